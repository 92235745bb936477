// Comfort beside the pages, which work without it: copying, marking the current section, and the reader's own colours.

// --- copying

const SHOWN_MS = 2000;
const told = document.createElement("p");
told.className = "visually-hidden";
told.setAttribute("role", "status");

function tell(text, after) {
  told.textContent = text;
  setTimeout(() => {
    told.textContent = "";
    after();
  }, SHOWN_MS);
}

/** Whether the browser copied the text; where it would not, the reader is told. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    tell("Browseren ville ikke kopiere. Markér teksten, og kopiér den selv.", () => {});
    return false;
  }
}

/** A button that copies `text`; `what` is its name where the page has several of them. */
function copyButton(text, label, what) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = label;
  if (what) button.setAttribute("aria-label", `${label}: ${what}`);
  button.addEventListener("click", async () => {
    if (!await copy(text)) return;
    button.textContent = "Kopieret";
    tell(what ? `Kopieret: ${what}` : "Kopieret", () => { button.textContent = label; });
  });
  return button;
}

function addCopyButtons() {
  for (const element of document.querySelectorAll("[data-copy]")) {
    const address = new URL(element.dataset.copy, document.baseURI).href;
    element.after(copyButton(address, "Kopiér link", element.textContent.trim()));
  }
  for (const element of document.querySelectorAll("[data-copy-text]")) {
    element.after(copyButton(element.textContent.trim(), element.dataset.copyText));
  }
  for (const link of document.querySelectorAll(".pointer__link")) {
    link.addEventListener("click", async () => {
      if (!await copy(link.href)) return;
      link.dataset.copied = "";
      tell("Linket er kopieret", () => { delete link.dataset.copied; });
    });
  }
  document.querySelector("main").append(told);
}

// --- the table of contents

const READING_PX = 120; // a heading that has come this near to the top is being read

function markCurrentSection() {
  const nav = document.querySelector(".contents");
  const rows = [...nav?.querySelectorAll("a") ?? []]
    .map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link])
    .filter(([target]) => target);
  let current = null;
  let waits = false;
  // Asked at each scroll: an observer of the headings is silent when a jump passes them all.
  const mark = () => {
    waits = false;
    const link = rows.findLast(([target]) => target.getBoundingClientRect().top < READING_PX)?.[1] ?? null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "true");
    if (link) nav.scrollTop = link.offsetTop - nav.clientHeight / 2;
    current = link;
  };
  const soon = () => {
    if (!waits) requestAnimationFrame(mark);
    waits = true;
  };
  if (!rows.length) return;
  addEventListener("scroll", soon, { passive: true });
  addEventListener("resize", soon);
  mark();
}

// --- the menu of small screens

function letMenuClose() {
  const menu = document.querySelector(".drawer");
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  // It lies over the page: a focus that went on behind it would not be seen.
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !menu.contains(relatedTarget)) menu.open = false;
  });
}

// --- the reader's own colours; js/scheme.js applies them before the next page is painted

const KEY = "videnstafet-udseende";
const SCHEMES = [["", "System"], ["light", "Lyst"], ["dark", "Mørkt"]];
const page = document.documentElement;

function choose(scheme) {
  if (scheme) page.dataset.scheme = scheme;
  else delete page.dataset.scheme;
}

/** Keep the choice, or forget it; a browser that keeps nothing for us follows it on this page alone. */
function keep(scheme) {
  try {
    if (scheme) localStorage.setItem(KEY, scheme);
    else localStorage.removeItem(KEY);
  } catch {
    // Nothing to do: the page already shows the choice.
  }
}

function kept() {
  try {
    const word = localStorage.getItem(KEY);
    return SCHEMES.some(([scheme]) => scheme === word) ? word : "";
  } catch {
    return page.dataset.scheme ?? "";
  }
}

function choice([scheme, name]) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "radio";
  input.name = "udseende";
  input.value = scheme;
  input.addEventListener("change", () => {
    choose(scheme);
    keep(scheme);
  });
  label.className = "scheme__choice";
  label.append(input, name);
  return label;
}

function addSchemes() {
  const group = document.createElement("fieldset");
  const legend = document.createElement("legend");
  const note = document.createElement("p");
  group.className = "scheme";
  group.setAttribute("aria-describedby", "udseende-note");
  legend.textContent = "Udseende";
  note.id = "udseende-note";
  note.textContent = "Vælger du lyst eller mørkt, husker din browser det. Vælger du System, glemmer den det igen.";
  group.append(legend, ...SCHEMES.map(choice), note);
  const show = () => {
    const now = kept();
    choose(now);
    for (const input of group.querySelectorAll("input")) input.checked = input.value === now;
  };
  show();
  addEventListener("storage", show); // another tab
  addEventListener("pageshow", (event) => event.persisted && show()); // a page come back to
  document.querySelector(".footer__legal").before(group);
}

if (navigator.clipboard) addCopyButtons();
markCurrentSection();
letMenuClose();
addSchemes();
