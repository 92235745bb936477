// Before the first paint: the colours that the reader chose, if any. Reads one key and writes nothing.
try {
  const chosen = localStorage.getItem("videnstafet-udseende");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // A browser that keeps nothing for us: the system's colours stand.
}
