// What is wrong with how the page lies: sideways scroll, and text that is cut, outside or covered. Returns sentences.
() => {
  const NUDGE = 1.5;
  // Line boxes of neighbours may touch; a fifth of a line at top and bottom holds no letters of it.
  const AIR = 0.2;
  const faults = [];
  const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true, contentVisibilityAuto: false });
  const name = (element) => {
    const kind = element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).join(".")}` : "";
    return `${element.localName}${kind}`;
  };
  // Words for screen readers alone; and the end of the breadcrumbs, which may be cut: it stands whole in the h1 below.
  const hiddenBox = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (at.matches(".skip-link:not(:focus), .breadcrumbs [aria-current]")) return true;
      if (/inset\(50%\)/.test(getComputedStyle(at).clipPath)) return true;
    }
    return false;
  };
  const scrolls = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  };

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`sideways: ${root.scrollWidth} in ${root.clientWidth} px`);

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || /^(script|style|noscript)$/.test(parent.localName) || !shown(parent) || hiddenBox(parent)) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue;
      const top = box.top + scrollY, words = node.data.trim().slice(0, 40);
      if ((box.right > root.clientWidth + NUDGE || box.left < -NUDGE) && !scrolls(parent)) faults.push(`outside: ${name(parent)} "${words}"`);
      texts.push({ parent, words, left: box.left, right: box.right, top: top + box.height * AIR, bottom: top + box.height * (1 - AIR) });
    }
  }

  for (const element of document.body.querySelectorAll("*")) {
    if (!shown(element) || hiddenBox(element)) continue;
    const style = getComputedStyle(element);
    const cut = (axis, whole, seen) => /hidden|clip/.test(style[axis]) && whole > seen + NUDGE;
    if (!element.textContent.trim() || element.localName === "svg" || element.closest("svg")) continue;
    if (cut("overflowX", element.scrollWidth, element.clientWidth) || cut("overflowY", element.scrollHeight, element.clientHeight)) {
      faults.push(`cut: ${name(element)} "${element.textContent.trim().slice(0, 40)}"`);
    }
  }

  const pictures = [...document.images].filter((i) => shown(i) && !scrolls(i)).map((picture) => {
    const box = picture.getBoundingClientRect();
    return { parent: picture, words: "", left: box.left, right: box.right, top: box.top + scrollY, bottom: box.bottom + scrollY };
  });
  const boxes = [...texts.filter((t) => !scrolls(t.parent)), ...pictures].sort((a, b) => a.top - b.top);
  boxes.forEach((one, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next].top < one.bottom - NUDGE; next += 1) {
      const other = boxes[next];
      if (one.parent === other.parent || (!one.words && !other.words)) continue;
      if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > NUDGE && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > NUDGE) {
        faults.push(`over each other: ${name(one.parent)} "${one.words}" and ${name(other.parent)} "${other.words}"`);
      }
    }
  });
  return [...new Set(faults)];
}
