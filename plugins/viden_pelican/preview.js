// Shows faults over the last good page, and reloads when the site has been built anew.
// Served at /_viden/preview.js by the preview only; no published page knows of it.
(() => {
  "use strict";

  const seen = new URL(document.currentScript.src).searchParams.get("seen") || "";
  const events = new EventSource(`/_viden/events?seen=${encodeURIComponent(seen)}`);
  const { stilguide, hvorfor } = document.currentScript.dataset;
  const ways = [["Hvorfor disse områder?", hvorfor], ["Stilguide", stilguide]].filter(([, address]) => address);
  let panel = null;

  events.addEventListener("reload", () => {
    events.close();
    location.reload();
  });
  events.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  window.addEventListener("pagehide", () => events.close());
  if (ways.length) bar();

  // After the site's own foot, so that it covers nothing.
  function bar() {
    const line = element("nav", "Forhåndsvisning: ", {
      padding: "0.5rem 1.25rem", background: "#1a1a1a", color: "#ffffff", font: "0.9375rem/1.5 system-ui, sans-serif",
    });
    line.id = "viden-bar";
    line.lang = "da";
    line.setAttribute("aria-label", "Forhåndsvisning");
    for (const [words, address] of ways) {
      const link = element("a", words, { color: "#ffffff", display: "inline-block", padding: "0.5rem" });
      link.href = address;
      line.append(link);
    }
    document.body.append(line);
  }

  function show(lines) {
    if (panel) {
      panel.remove();
      panel = null;
    }
    if (lines.length === 0) {
      return;
    }
    panel = element("section", "", {
      position: "fixed", inset: "auto 0 0 0", zIndex: "2147483647", maxHeight: "60vh", overflow: "auto",
      boxSizing: "border-box", padding: "1rem 1.25rem", borderTop: "4px solid #b00020",
      background: "#ffffff", color: "#1a1a1a", font: "1rem/1.5 system-ui, sans-serif",
    });
    panel.id = "viden-faults";
    panel.lang = "da";
    panel.setAttribute("role", "alert");
    panel.append(element("h2", "Siden kunne ikke bygges", { margin: "0", fontSize: "1.25rem", color: "#b00020" }));
    panel.append(element("p", "Du ser den seneste udgave, der lykkedes. Ret fejlene, og gem.", { margin: "0.25rem 0 0.75rem" }));
    const list = element("ul", "", { margin: "0 0 0.75rem", padding: "0 0 0 1.25rem" });
    list.append(...lines.map((line) => element("li", line, { overflowWrap: "anywhere" })));
    const button = element("button", "Skjul", { font: "inherit", padding: "0.5rem 1rem", minHeight: "44px" });
    button.type = "button";
    button.addEventListener("click", () => show([]));
    panel.append(list, button);
    document.body.append(panel);
  }

  function element(name, text, style) {
    const node = document.createElement(name);
    node.textContent = text;
    Object.assign(node.style, style);
    return node;
  }
})();
