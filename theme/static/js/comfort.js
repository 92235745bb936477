// Comfort beside the pages, which work without it: copying an address, and marking the current section.

const COPY = "Kopiér link";
const DONE = "Kopieret";

function copyButton(address, label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = COPY;
  button.setAttribute("aria-label", `${COPY}: ${label}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(address, document.baseURI).href);
    button.textContent = DONE;
    button.setAttribute("aria-label", `${DONE}: ${label}`);
    setTimeout(() => {
      button.textContent = COPY;
      button.setAttribute("aria-label", `${COPY}: ${label}`);
    }, 2000);
  });
  return button;
}

function addCopyButtons() {
  for (const element of document.querySelectorAll("[data-copy]")) {
    element.after(copyButton(element.dataset.copy, element.textContent.trim()));
  }
  const told = document.createElement("p");
  told.className = "visually-hidden";
  told.setAttribute("role", "status");
  for (const link of document.querySelectorAll(".pointer__link")) {
    link.addEventListener("click", async () => {
      await navigator.clipboard.writeText(link.href);
      link.dataset.copied = "";
      told.textContent = "Linket er kopieret";
      setTimeout(() => {
        delete link.dataset.copied;
        told.textContent = "";
      }, 2000);
    });
  }
  document.querySelector("main").append(told);
}

function markCurrentSection() {
  const links = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  if (!links.size) return;
  const observer = new IntersectionObserver(() => {
    const passed = [...links.keys()].filter((target) => target.getBoundingClientRect().top < innerHeight / 3);
    const current = passed.at(-1);
    for (const [target, link] of links) {
      if (target === current) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }, { rootMargin: "0px 0px -66% 0px", threshold: [0, 1] });
  for (const target of links.keys()) observer.observe(target);
}

if (navigator.clipboard) addCopyButtons();
markCurrentSection();
