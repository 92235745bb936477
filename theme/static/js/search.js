/**
 * The page around the search engine: /soeg/.
 *
 * Without this file the page is a form and a list of every title; with it the
 * list gives way to hits while there is a query or a filter. The address is
 * the state. Text from the index becomes text nodes, never HTML, so that the
 * page lives under Trusted Types. The engine is fetched at the first search.
 */

const DELAY_MS = 120;
const PAGE = 10;

/** Facet of the engine, parameter of the address, heading, whether the label needs no translation. */
const FACETS = [
  ["workArea", "arbejdsomraade", "Arbejdsområde"],
  ["competenceArea", "kompetence", "Kompetenceområde"],
  ["kind", "type", "Type"],
  ["author", "forfatter", "Forfatter"],
  ["publisher", "udgiver", "Udgiver"],
  ["series", "serie", "Serie"],
  ["year", "aar", "År"],
];
const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(" ");
const TEXTS = {
  searching: "Søger …",
  failed: "Søgningen kan ikke hentes lige nu. Her er alle titler i stedet.",
  local: "Søgning virker først, når siden ligger på en server. Her er alle titler i stedet.",
};

const find = (id) => document.getElementById(id);
const form = find("soegeform");
const field = form?.querySelector("input[name=q]");
const status = find("soegestatus");
const help = find("soegehjaelp");
const results = find("traeffere");
const more = find("flere-traeffere");
const facetBox = find("facetter");
/** Folds the filters where the screen is narrow; a theme may do without. */
const fold = find("filtre");
const wide = matchMedia("(min-width: 62rem)");
const titles = find("alle-artikler");

let opening;
let latest = 0;
let shown = PAGE;
let timer;

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/* --- the state: what the address says ------------------------------------------ */

function readAddress() {
  const given = new URLSearchParams(location.search);
  const filters = {};
  for (const [facet, name] of FACETS) filters[facet] = [...new Set(given.getAll(name).filter(Boolean))];
  return { query: given.get("q") ?? "", filters };
}

function readPage() {
  const { filters } = readAddress();
  if (facetBox.childElementCount) {
    for (const [facet, name] of FACETS) {
      filters[facet] = Array.from(facetBox.querySelectorAll(`input[name=${name}]:checked`), (box) => box.value);
    }
  }
  return { query: field.value, filters };
}

function addressOf({ query, filters }) {
  const given = new URLSearchParams();
  if (query.trim()) given.set("q", query);
  for (const [facet, name] of FACETS) for (const value of filters[facet] ?? []) given.append(name, value);
  const text = given.toString();
  return location.pathname + (text ? `?${text}` : "");
}

const isActive = ({ query, filters }) => Boolean(query.trim()) || Object.values(filters).some((values) => values.length);

/* --- searching -------------------------------------------------------------------- */

function engine() {
  opening ??= import("./search-engine.js")
    .then((module) => module.open(`${location.origin}${form.dataset.root ?? ""}`))
    .catch((fault) => {
      opening = undefined;
      throw fault;
    });
  return opening;
}

async function show(state, { spoken = true } = {}) {
  const turn = ++latest;
  if (!isActive(state)) return showTitles("", "tom");
  if (spoken && results.hidden) say(TEXTS.searching, "soeger");
  try {
    const answer = await (await engine()).search(state.query, { limit: shown, filters: state.filters });
    // A newer search has begun meanwhile; its answer is the one to show.
    if (turn === latest) showAnswer(answer, state, turn);
  } catch {
    if (turn === latest) showTitles(location.protocol === "file:" ? TEXTS.local : TEXTS.failed, "fejl");
  }
}

function say(text, mode) {
  status.dataset.tilstand = mode;
  if (status.textContent !== text) status.textContent = text;
}

function showTitles(text, mode) {
  for (const part of [results, help, more, facetBox]) part.hidden = true;
  if (fold) fold.hidden = true;
  results.replaceChildren();
  facetBox.replaceChildren();
  titles.hidden = false;
  say(text, mode);
}

function showAnswer(answer, state, turn) {
  titles.hidden = true;
  results.hidden = !answer.hits.length;
  results.replaceChildren(...answer.hits.map(hitItem));
  more.hidden = answer.hits.length >= answer.total;
  showHelp(answer, state, turn);
  showFacets(answer.facets, state.filters);
  say(answer.total === 1 ? "1 resultat" : `${answer.total} resultater`, "fundet");
}

/* --- hits ----------------------------------------------------------------------------- */

/** The text as nodes, with the spans in <mark>. */
function markedNodes(text, spans) {
  const nodes = [];
  let at = 0;
  for (const [start, end] of spans) {
    nodes.push(text.slice(at, start), element("mark", "", text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at)].filter((node) => node !== "");
}

function hitItem(hit) {
  const link = element("a", "", ...markedNodes(hit.title, hit.marks.title));
  link.href = `${form.dataset.root ?? ""}/${hit.url}`;
  link.dir = "auto";
  const time = element("time", "", spokenDate(hit.date));
  time.dateTime = hit.date;
  const facts = [element("span", "", hit.kindLabel), time, ...hit.authors.map((name) => element("span", "", name))];
  const meta = element("p", "traef-meta", ...facts.flatMap((part, i) => (i ? [" · ", part] : [part])));
  const snippet = element("p", "traef-uddrag", ...markedNodes(hit.snippet, hit.marks.snippet));
  const parts = [element("h2", "traef-titel", link), meta, snippet, ...pointerList(hit.pointers)];
  return element("li", hit.near ? "traef traef-naer" : "traef", ...parts);
}

/** The pointers of a post that answer the query, each with a link to its own place. */
function pointerList(pointers) {
  if (!pointers.length) return [];
  const items = pointers.map(({ url, title, marks }) => {
    const link = element("a", "", ...markedNodes(title, marks));
    link.href = `${form.dataset.root ?? ""}/${url}`;
    return element("li", "", link);
  });
  return [element("p", "traef-pointer", "Pointer:"), element("ul", "traef-pointer-liste", ...items)];
}

function spokenDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day}. ${MONTHS[month - 1]} ${year}`;
}

/* --- what else there is to say ----------------------------------------------------------- */

async function showHelp({ total, didYouMean, unknown, near }, { query, filters }, turn) {
  const nodes = [];
  if (didYouMean) nodes.push("Viser resultater for ", suggestion(`»${didYouMean}«`, didYouMean, filters), `; »${query.trim()}« findes ikke her. `);
  if (unknown.length) {
    const words = unknown.map((word) => `»${word}«`).join(" og ");
    nodes.push(`Intet indlæg bruger ${words}${total ? "; her er indlæg om resten" : ""}. `);
  }
  if (near.length) nodes.push("Ord, der ligner: ", ...listed(near.map((word) => suggestion(word, word, filters))), ". ");
  if (!total) nodes.push(...(await wayOut(query, filters)));
  if (turn !== latest) return;
  help.replaceChildren(...nodes);
  help.hidden = !nodes.length;
}

/** What to try when nothing was found. */
async function wayOut(query, filters) {
  const asked = query.trim() ? `Der er ingen resultater for »${query.trim().slice(0, 100)}«. ` : "Der er ingen resultater. ";
  if (Object.values(filters).some((values) => values.length)) return [asked, suggestion("Søg uden filtre", query, {}), "."];
  const areas = (await (await engine()).values("workArea")).map(({ value, label }) => {
    const link = element("a", "soegeforslag", label);
    link.href = `${form.dataset.root ?? ""}/arbejdsomraader/${encodeURIComponent(value)}/`;
    return link;
  });
  return [asked, "Prøv et kortere ord eller et andet ord for det samme, eller se efter under et arbejdsområde: ", ...listed(areas), "."];
}

function suggestion(text, query, filters) {
  const link = element("a", "soegeforslag", text);
  link.href = addressOf({ query, filters });
  return link;
}

const listed = (nodes) => nodes.flatMap((node, i) => (i ? [", ", node] : [node]));

/* --- filters -------------------------------------------------------------------------------- */

function showFacets(facets, filters) {
  const focused = document.activeElement;
  const kept = focused && facetBox.contains(focused) ? [focused.name, focused.value] : undefined;
  const boxes = FACETS.map(([facet, name, heading]) => facetFieldset(facet, name, heading, facets[facet], filters[facet])).filter(Boolean);
  facetBox.replaceChildren(...boxes);
  facetBox.hidden = !boxes.length;
  if (fold) showFold(boxes.length, Object.values(filters).flat().length);
  if (kept) Array.from(facetBox.querySelectorAll("input")).find((box) => box.name === kept[0] && box.value === kept[1])?.focus();
}

function showFold(count, chosen) {
  fold.hidden = !count;
  fold.querySelector("summary").textContent = chosen ? `Afgræns (${chosen} valgt)` : "Afgræns";
}

/** Beside the hits there is room for the filters, and the fold has no handle there. */
function unfold() {
  if (fold && wide.matches) fold.open = true;
}

function facetFieldset(facet, name, heading, counted, chosen) {
  const missing = chosen.filter((value) => !counted.some((row) => row.value === value));
  const rows = [...counted, ...missing.map((value) => ({ value, label: value, count: 0 }))];
  if (facet === "year") rows.sort((a, b) => b.value - a.value);
  // A facet with one value that everything has says nothing.
  if (!rows.length || (rows.length === 1 && !chosen.length)) return undefined;
  const made = element("fieldset", "facet", element("legend", "", heading), ...rows.map((row) => facetChoice(name, row, chosen)));
  made.dataset.facet = facet;
  return made;
}

function facetChoice(name, { value, label, count }, chosen) {
  const box = element("input", "");
  box.type = "checkbox";
  box.name = name;
  box.value = value;
  box.checked = chosen.includes(value);
  return element("label", "facet-valg", box, " ", element("span", "", label), " ", element("span", "facet-antal", String(count)));
}

/* --- what the reader does ------------------------------------------------------------------------ */

function onTyping() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    shown = PAGE;
    const state = readPage();
    history.replaceState({ shown }, "", addressOf(state));
    show(state);
  }, DELAY_MS);
}

function go(state) {
  clearTimeout(timer);
  shown = PAGE;
  const address = addressOf(state);
  if (address !== location.pathname + location.search) history.pushState({ shown }, "", address);
  return show(state);
}

function onMore() {
  const next = results.childElementCount;
  shown += PAGE;
  history.replaceState({ shown }, "", location.href);
  show(readPage()).then(() => links()[next]?.focus());
}

const links = () => Array.from(results.querySelectorAll(".traef-titel a"));

/** Down and Up move between the field and the hits, Esc goes back to the field; Ctrl-K goes there from anywhere. */
function onKey(event) {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
    event.preventDefault();
    field.select();
    field.focus();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const rows = links();
  const at = rows.indexOf(document.activeElement);
  const inField = document.activeElement === field;
  if (!inField && at < 0) return;
  if (event.key === "ArrowDown" && rows[at + 1]) rows[at + 1].focus();
  else if (event.key === "ArrowUp" && at >= 0) (rows[at - 1] ?? field).focus();
  else if (event.key === "Escape" && at >= 0) field.focus();
  else return;
  event.preventDefault();
}

/** Shows what the address says: at the start and after Back. */
async function restore() {
  clearTimeout(timer);
  const state = readAddress();
  field.value = state.query;
  shown = Math.max(PAGE, Number(history.state?.shown) || PAGE);
  facetBox.replaceChildren();
  await show(state);
}

/** Back should land where the reader left: the hit that was opened is remembered with the entry. */
function rememberHit(event) {
  const at = links().indexOf(event.target.closest?.("a"));
  if (at >= 0) history.replaceState({ shown, hit: at, top: scrollY }, "", location.href);
}

async function start() {
  const left = history.state ?? {};
  await restore();
  if (Number.isInteger(left.hit)) {
    links()[left.hit]?.focus({ preventScroll: true });
    scrollTo(0, Number(left.top) || 0);
  }
}

if (form && field && status && help && results && more && facetBox && titles) {
  field.addEventListener("input", onTyping);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(readPage());
  });
  facetBox.addEventListener("change", () => go(readPage()));
  wide.addEventListener("change", unfold);
  unfold();
  results.addEventListener("click", rememberHit);
  more.addEventListener("click", onMore);
  document.addEventListener("keydown", onKey);
  addEventListener("popstate", restore);
  start();
}
