// Notes where the focus goes. `walk.expected()` gives all that Tab should reach, `walk.faults()` what was wrong on the way.
() => {
  const THICK = 2;
  const visits = [];
  const CONTROLS = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], audio[controls], video[controls]";
  const name = (element) => `${element.localName}.${element.className} "${(element.textContent || element.getAttribute("aria-label") || "").trim().slice(0, 40)}"`;
  const ring = (style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= THICK;
  const hasRing = (element) => {
    if (ring(getComputedStyle(element)) || ring(getComputedStyle(element, "::after"))) return true;
    const around = element.closest("article, li, label, form, .search-page__line");
    return around !== null && ring(getComputedStyle(around));
  };
  const isBare = (element) => {
    const box = [...element.getClientRects()].find((b) => b.width > 0 && b.height > 0);
    if (!box) return false;
    // Not hidden entirely, says 2.4.11: one of its ends or its middle is in sight.
    const y = box.top + Math.min(box.height, innerHeight) / 2;
    return [box.left + 3, box.left + box.width / 2, box.right - 3].some((x) => {
      const seen = document.elementFromPoint(x, y);
      return seen !== null && (element.contains(seen) || seen.contains(element));
    });
  };
  document.addEventListener("focusin", ({ target }) => visits.push(target));
  // Key by key the next Tab may come before the browser has scrolled; here each gets the focus and is looked at at once.
  const looks = () => {
    const found = [];
    for (const element of expected()) {
      element.focus({ focusVisible: true });
      if (!hasRing(element)) found.push(`no ring: ${name(element)}`);
      if (!isBare(element)) found.push(`covered or out of sight: ${name(element)}`);
    }
    return found;
  };
  // Of a group of radio buttons Tab reaches the chosen one, or the first.
  const stands = (e) => e.type !== "radio" || e === (document.querySelector(`[name="${e.name}"]:checked`) ?? document.getElementsByName(e.name)[0]);
  const expected = () => [...document.querySelectorAll(CONTROLS)].filter((e) =>
    e.checkVisibility({ checkVisibilityCSS: true }) && !e.disabled && e.tabIndex >= 0 && !e.closest("[inert]") && stands(e));
  // Words beside each other are read from left to right: a step up must be a step to the right. The contents stand beside the text.
  const jumps = () => visits.slice(1).flatMap((to, index) => {
    const from = visits[index], [a, b] = [from, to].map((e) => e.getBoundingClientRect());
    if (from.closest(".skip-link, .contents") || from === to) return [];
    return b.bottom <= a.top && b.left <= a.left ? [`backwards: from ${name(from)} to ${name(to)}`] : [];
  });
  window.walk = {
    count: () => expected().length,
    faults: () => {
      const wanted = expected();
      const order = wanted.length === visits.length ? [] : [`${wanted.length} to reach, ${visits.length} visited`];
      const first = wanted.findIndex((e, index) => e !== visits[index]);
      if (first >= 0) order.push(`order: ${name(wanted[first])} was due, ${visits[first] ? name(visits[first]) : "nothing"} came`);
      if (!visits[0]?.matches(".skip-link")) order.push("the skip link is not first");
      return [...order, ...jumps(), ...looks()];
    },
  };
}
