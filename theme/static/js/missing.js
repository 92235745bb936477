// The page for what is missing: which page the address likely meant. Without this file the page is a search field and lists.
// What the address says becomes text nodes, never HTML: anybody may write anything in it.

import { likely, words } from "./likely.js";

const root = new URL("../../", import.meta.url);
const asked = location.pathname.startsWith(root.pathname) ? location.pathname.slice(root.pathname.length) : location.pathname;

function link(address, text) {
  const element = document.createElement("a");
  element.href = address;
  element.textContent = text;
  return element;
}

async function known() {
  try {
    const reply = await fetch(new URL("data/adresser.json", root));
    return reply.ok ? await reply.json() : [];
  } catch {
    return [];
  }
}

function show(found, said) {
  const place = document.getElementById("maaske");
  if (found.length) {
    const heading = document.createElement("h2");
    const list = document.createElement("ul");
    heading.textContent = found.length === 1 ? "Ledte du efter denne side?" : "Ledte du efter en af disse sider?";
    for (const { url, title } of found) {
      const entry = document.createElement("li");
      entry.append(link(new URL(url, root).href, title));
      list.append(entry);
    }
    list.className = "lost__likely";
    place.append(heading, list);
  }
  if (said) {
    const line = document.createElement("p");
    const search = new URL("soeg/", root);
    search.searchParams.set("q", said);
    line.append(link(search.href, `Søg efter »${said}«`));
    place.append(line);
  }
}

show(likely(asked, await known()), words(asked));
