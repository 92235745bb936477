/**
 * The reader's search: reads the static files below soeg/indeks/ and answers queries.
 *
 * No DOM, no dependency; runs in browsers and in Node. At `open` only toc.json
 * is read, later the few files that a query needs, each once. What a word may
 * stand for and how it counts is described in plugins/viden/search/querying.py
 * and scorer.py; a test holds the two together. Text is returned as text with
 * spans to mark (UTF-16 units), never as HTML.
 */

const FOLDER = "soeg/indeks/";
const TOC = "toc.json";
const FORMAT = 1;
const LONGEST_QUERY = 1000;
const MOST_WORDS = 32;
const DIRECT = 0.4;
const TOP = 15;
const WEIGHTS = { x: 0.25, l: 1, p: 0.45, s: 0.3 };
const SPLIT_WEIGHT = 0.3;
const LOOSELY = 0.8;
const OTHER_WORD = 0.2;
const PREFIX = 0.5;
const PREFIX_OF_KNOWN = 0.15;
const SHORTEST_PREFIX = 3;
const MOST_ENDINGS = 24;
const MOST_SHARDS = 8;
const REPAIRED = 0.9;
const JOINED = 0.8;
const LINKS = ["", "s", "e"];
const SHORTEST_REPAIRED = 4;
const LONG = 8;
const SHORTEST_PART = 3;
const SHORTEST_WHOLE = 7;
const NO_HEADS = new Set("else hed ning isme ist eri lig isk løs bar inde ere ene erne".split(" "));
const MOST_PHRASE_CANDIDATES = 200;
const EXCERPT = 220;
const POINTERS = 3;
const BEFORE = 70;
const FACETS = ["kind", "workArea", "competenceArea", "author", "publisher", "series", "year"];

/* --- words, as plugins/viden/language reads them ---------------------------- */

const W = "[\\p{L}\\p{N}]";
const NOT_W = `(?<!${W})`;
const THEN_NOT_W = `(?!${W})`;
const LABELS = (sign) => `(?:[${sign}]${W}+(?:-${W}+)*){0,5}`;
const DOMAIN = `(?<!www)${LABELS(".")}\\.(?:dk|com|eu|org|net|info)${THEN_NOT_W}`;
const MAIL = `${LABELS("._+")}@${W}+(?:[.-]${W}+){0,5}\\.[\\p{L}\\p{Nl}\\p{No}]{2,}${THEN_NOT_W}`;
const WORD = new RegExp(
  [
    `§{1,2}[ \\u00a0]?\\p{Nd}+[a-zæøå]?(?![\\p{L}\\p{N}_])`,
    `\\p{Nd}+(?:[.,:/]\\p{Nd}+)+${THEN_NOT_W}`,
    `(?:[\\p{L}\\p{Nl}\\p{No}]{1,4}\\.){2,}${THEN_NOT_W}`,
    `(?:${NOT_W}[-\\u2010\\u2011\\u2013])?${W}+(?:[-\\u2010\\u2011'\\u2019\\u02bc]${W}+)*(?:${DOMAIN}|${MAIL}|[-\\u2010\\u2011]${THEN_NOT_W})?`,
  ].join("|"),
  "gu",
);
const INVISIBLE = "\\u00ad\\u200b\\u200c\\u200d\\u2060\\ufeff";
const HIDDEN = new RegExp(`[${INVISIBLE}]`, "g");
const DROPPED = new RegExp(`[${INVISIBLE}\\-\\u2010\\u2011'\\u2019\\u02bc\`\\u00b4 \\u00a0]`, "g");
const OUTER_HYPHENS = /^[-\u2010\u2011\u2013]+|[-\u2010\u2011\u2013]+$/g;
const ENDING = /['\u2019\u02bc](?:s|en|ens|et|ets|er|ers|erne|ernes|ne|nes|e|n|ne?s?)?$/i;
const QUOTED = /["“”„»«]([^"“”„»«]*)["“”„»«]/g;
const LETTERS = {
  æ: "ae", ä: "ae", ǽ: "ae", ø: "oe", ö: "oe", ǿ: "oe", å: "aa", ü: "u",
  ð: "d", þ: "th", ł: "l", đ: "d", œ: "oe", ß: "ss", ς: "σ",
  ﬀ: "ff", ﬁ: "fi", ﬂ: "fl", ﬃ: "ffi", ﬄ: "ffl", ﬅ: "st", ﬆ: "st", ſ: "s", ŉ: "n", "\u00b5": "\u03bc",
};
/** What Python's casefold folds and toLowerCase leaves (text out of a PDF has such letters), beside our own. */
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** The words of an NFC text: [text, start, end], spans in the text as it is. */
export function tokens(text) {
  const kept = [];
  let shown = text;
  if (text.search(HIDDEN) >= 0) {
    for (let i = 0; i < text.length; i++) if (text[i].search(HIDDEN) < 0) kept.push(i);
    shown = kept.map((i) => text[i]).join("");
  }
  return Array.from(shown.matchAll(WORD), (m) => {
    const end = m.index + m[0].length;
    return kept.length ? [m[0], kept[m.index], kept[end - 1] + 1] : [m[0], m.index, end];
  });
}

export function formOf(word) {
  const stripped = word.replace(OUTER_HYPHENS, "");
  return (stripped.replace(ENDING, "") || stripped).toLowerCase();
}

export function keyOf(word) {
  const folded = word.normalize("NFC").toLowerCase().replace(FOLDED, (c) => LETTERS[c]).replace(DROPPED, "");
  return folded.normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC");
}

export function looseKeyOf(word) {
  return keyOf(word).replaceAll("ae", "a").replaceAll("oe", "o").replaceAll("aa", "a");
}

/** Reads a query: its words with spans, quotes and words to leave out. */
export function parse(query, stop = new Set()) {
  const text = Array.from(String(query ?? "").normalize("NFC")).slice(0, LONGEST_QUERY).join("").normalize("NFC");
  const spans = Array.from(text.matchAll(QUOTED), (m) => [m.index + 1, m.index + 1 + m[1].length]);
  const rows = tokens(text).slice(0, MOST_WORDS);
  const found = rows.map((row, i) => asked(text, row, spans, leansOn(rows, i))).filter((w) => w.key);
  if (found.every((w) => w.excluded)) found.forEach((w) => (w.excluded = false));
  const telling = found.filter((w) => w.phrase || !stop.has(w.key.replaceAll(".", "")));
  const sensible = telling.some((w) => !w.excluded);
  return { text, words: sensible ? telling : found.filter((w) => !w.excluded) };
}

function asked(text, [word, start, end], spans, leans) {
  const form = formOf(word);
  const phrase = spans.findIndex(([a, b]) => a <= start && end <= b) + 1;
  const leads = start === 0 || /\s/.test(text[start - 1]);
  const excluded = !phrase && leads && word.startsWith("-") && !leans;
  const unfinished = !phrase && !excluded && end === text.length;
  return { form, key: keyOf(form), loose: looseKeyOf(form), start, end, phrase, excluded, unfinished };
}

/** Whether a word such as the last of "pladser og -kældre" leans on one before it. */
function leansOn(rows, at) {
  if (!rows[at][0].startsWith("-")) return false;
  let joining = false;
  for (const [word] of rows.slice(Math.max(0, at - 7), at).reverse()) {
    if (["og", "eller", "samt", "og/eller"].includes(word.toLowerCase())) joining = true;
    else if (!/^[-\u2010\u2011\u2013]/.test(word)) return joining;
  }
  return false;
}

/* --- reading files ------------------------------------------------------------ */

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Map(Array.from(DIGITS, (c, i) => [c, i]));

function numbers(text) {
  const found = [];
  let value = 0;
  let shift = 1;
  for (const c of text) {
    const digit = VALUE.get(c) ?? 0;
    value += (digit & 31) * shift;
    shift *= 32;
    if (digit < 32) {
      found.push(value);
      value = 0;
      shift = 1;
    }
  }
  return found;
}

function readPostings(text) {
  let last = -1;
  return numbers(text).map((n) => {
    last += Math.floor(n / 16) + 1;
    return [last, n % 16];
  });
}

function readGaps(text) {
  let last = -1;
  return numbers(text).map((n) => (last += n + 1));
}

/** The shards of one kind: a key is in the last one whose first key is not greater. */
function shardAt(list, key) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle][0] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function groupByKey(rows, textOf) {
  const found = new Map();
  for (const row of rows) {
    const key = looseKeyOf(textOf(row));
    if (!found.has(key)) found.set(key, []);
    found.get(key).push(row);
  }
  return found;
}

const lines = (text) => text.split("\n").filter(Boolean);
const list = (text) => (text ? text.split("|") : []);

/** Each line leans on the one before: see as_line in plugins/viden/search/lexicon.py. */
function readWords(text) {
  let last = { form: "", lemmas: [], parts: [], stem: "" };
  const rows = lines(text).map((line) => {
    const [start, ...more] = line.split("\t");
    const form = last.form.slice(0, VALUE.get(start[0])) + start.slice(1);
    const own = more.length > 2;
    const frequency = Number(more[own ? 3 : 0] ?? 0);
    last = own
      ? { form, lemmas: list(more[0]).map((l) => (l === "=" ? form : l)), parts: list(more[1]), stem: more[2], frequency }
      : { ...last, form, frequency };
    return last;
  });
  return groupByKey(rows, (row) => row.form);
}

function readTerms(text) {
  const found = new Map();
  for (const line of lines(text)) {
    const [term, kind, forms = "", coded = ""] = line.split("\t");
    found.set(kind + term, { forms: list(forms).map((f) => (f === "=" ? term : f)), coded });
  }
  return found;
}

class Files {
  constructor(base, fetch) {
    this.base = base;
    this.fetch = fetch;
    this.kept = new Map();
  }

  async load(fresh = false) {
    const toc = JSON.parse(await this.text(TOC, fresh ? { cache: "reload" } : undefined));
    if (toc.format !== FORMAT) throw new Error(`search index has format ${toc.format}, expected ${FORMAT}`);
    this.toc = toc;
    this.stop = new Set(toc.stop);
  }

  async text(name, options) {
    const url = this.base + FOLDER + name;
    const response = await (options ? this.fetch(url, options) : this.fetch(url));
    if (!response.ok) throw new Gone(`${url}: ${response.status}`);
    return response.text();
  }

  /** The file of that name, read once; a failed reading is forgotten, so that it may be tried again. */
  get(name, read, ending = ".txt") {
    if (!this.kept.has(name)) {
      const reading = this.text(name + ending).then(read);
      reading.catch(() => this.kept.delete(name));
      this.kept.set(name, reading);
    }
    return this.kept.get(name);
  }

  async lookup(key) {
    const at = shardAt(this.toc.words, key);
    return at < 0 ? [] : ((await this.get(this.toc.words[at][1], readWords)).get(key) ?? []);
  }

  /** The site's words whose key begins so and is longer. */
  async beginning(key) {
    const first = Math.max(0, shardAt(this.toc.words, key));
    const last = Math.min(shardAt(this.toc.words, key + "\uffff"), first + MOST_SHARDS - 1);
    const shards = await Promise.all(this.toc.words.slice(first, last + 1).map(([, name]) => this.get(name, readWords)));
    return shards.flatMap((shard) =>
      Array.from(shard).flatMap(([k, rows]) => (k !== key && k.startsWith(key) ? rows.filter((e) => e.frequency) : [])),
    );
  }

  async spellings(letter) {
    const name = this.toc.spellings[letter];
    if (!name) return [];
    return this.get(name, (text) =>
      lines(text).map((line) => {
        const [form, frequency] = line.split("\t");
        return { form, loose: looseKeyOf(form), frequency: Number(frequency) };
      }),
    );
  }

  /** Postings and forms of a term ("kind" and text in one), or undefined. */
  async term(term) {
    const at = shardAt(this.toc.postings, looseKeyOf(term.slice(1)));
    const row = at < 0 ? undefined : (await this.get(this.toc.postings[at][1], readTerms)).get(term);
    if (row && !row.rows) row.rows = readPostings(row.coded);
    return row;
  }

  async article(number) {
    const { size, blocks } = this.toc;
    const block = await this.get(blocks[Math.floor(number / size)], JSON.parse, ".json");
    return block[number % size];
  }

  async facets() {
    const read = (text) => JSON.parse(text).map(([value, label, coded]) => ({ value, label, articles: readGaps(coded) }));
    const rows = await Promise.all(FACETS.map((name) => this.get(this.toc.facets[name], read, ".json")));
    return Object.fromEntries(FACETS.map((name, i) => [name, rows[i]]));
  }
}

class Gone extends Error {}

/* --- from words to concepts --------------------------------------------------- */

function merged(...maps) {
  const found = new Map();
  for (const map of maps) for (const [term, weight] of map) found.set(term, Math.max(weight, found.get(term) ?? 0));
  return found;
}

/** Terms a form stands for, with weights; a term is its kind's letter and its text. */
function weighed(entry, share) {
  if (!entry.lemmas.length) return new Map([["x" + entry.form, share]]);
  return merged(
    [["x" + entry.form, WEIGHTS.x * share]],
    entry.lemmas.map((l) => ["l" + l, WEIGHTS.l * share]),
    entry.lemmas.map((l) => ["p" + l, WEIGHTS.p * share]),
    entry.stem ? [["s" + entry.stem, WEIGHTS.s * share]] : [],
    entry.parts.flatMap((p) => [["l" + p, SPLIT_WEIGHT * share], ["p" + p, SPLIT_WEIGHT * share]]),
  );
}

async function known(word, files) {
  const entries = await files.lookup(word.loose);
  const other = entries.some((e) => keyOf(e.form) === word.key) ? OTHER_WORD : LOOSELY;
  return merged(...entries.map((e) => weighed(e, keyOf(e.form) === word.key ? 1 : other)));
}

async function endings(word, files) {
  if (!word.unfinished || word.loose.length < SHORTEST_PREFIX) return [];
  const share = (await files.lookup(word.loose)).length ? PREFIX_OF_KNOWN : PREFIX;
  const found = (await files.beginning(word.loose)).sort((a, b) => b.frequency - a.frequency || compare(a.form, b.form));
  return found.slice(0, MOST_ENDINGS).map((e) => ["x" + e.form, share]);
}

async function joined({ text, words }, files) {
  const found = words.map(() => new Map());
  await Promise.all(
    words.slice(1).flatMap((b, i) => {
      const a = words[i];
      if (a.phrase || b.phrase || a.excluded || b.excluded || text.slice(a.end, b.start).trim()) return [];
      return LINKS.map(async (link) => {
        for (const entry of await files.lookup(looseKeyOf(a.form + link + b.form))) {
          if (!entry.frequency) continue;
          for (const lemma of entry.lemmas) for (const map of [found[i], found[i + 1]]) map.set("l" + lemma, JOINED);
        }
      });
    }),
  );
  return found;
}

async function repair(key, files) {
  if (key.length < SHORTEST_REPAIRED || /\p{Nd}/u.test(key)) return undefined;
  const limit = key.length >= LONG ? 2 : 1;
  for (const letter of new Set(key.slice(0, 2))) {
    let best;
    for (const word of await files.spellings(letter)) {
      const away = distance(key, word.loose, limit);
      if (away > limit) continue;
      const order = best ? away - best.away || best.frequency - word.frequency || compare(word.form, best.form) : -1;
      if (order < 0) best = { ...word, away };
    }
    if (best) return (await files.lookup(best.loose)).find((e) => e.form === best.form);
  }
  return undefined;
}

/** Up to three of the site's words that look most like one it lacks. */
async function lookalikes(key, files) {
  const limit = Math.max(2, Math.floor(key.length / 2));
  const rows = (await files.spellings(key[0])).map((word) => ({ ...word, away: distance(key, word.loose, limit) }));
  rows.sort((a, b) => a.away - b.away || b.frequency - a.frequency || compare(a.form, b.form));
  return rows.filter((word) => word.away <= limit).slice(0, 3).map((word) => word.form);
}

/** Letters missed, added, changed or swapped with their neighbour; more than the limit counts as one more. */
function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] !== b[j - 1] ? 1 : 0));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length];
}

/** The two parts of a compound that the site lacks: the cut whose shorter part is longest, the first of equals. */
async function split(word, files) {
  const form = word.form;
  const letters = Array.from(form);
  if (letters.length < SHORTEST_WHOLE || !/^\p{L}+$/u.test(form)) return [];
  const entriesOf = async (part) => (await files.lookup(looseKeyOf(part))).filter((e) => e.lemmas.length);
  let best;
  for (let at = SHORTEST_PART; at <= letters.length - SHORTEST_PART; at++) {
    const head = letters.slice(at).join("");
    const start = letters.slice(0, at).join("");
    for (const link of NO_HEADS.has(head) ? [] : LINKS) {
      const modifier = start.slice(0, start.length - link.length);
      if (!start.endsWith(link) || modifier.length < SHORTEST_PART || !(await entriesOf(modifier)).length) continue;
      const shorter = Math.min(modifier.length, head.length);
      if ((await entriesOf(head)).length && (!best || shorter > best.shorter)) best = { shorter, pair: [modifier, head] };
      break;
    }
  }
  const made = async (part) => concept(part, merged(...(await files.lookup(looseKeyOf(part))).map((e) => weighed(e, 1))));
  return best ? Promise.all(best.pair.map(made)) : [];
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

function concept(word, terms) {
  const rank = ([a, x], [b, y]) => y - x || compare(a[0], b[0]) || compare(a, b);
  return { word, alternatives: Array.from(terms).sort(rank) };
}

async function understand(query, files) {
  const pairs = await joined(query, files);
  const made = await Promise.all(query.words.map((word, i) => stands(word, pairs[i], query, files)));
  const quoted = query.words.filter((w) => w.phrase);
  const phrases = [...new Set(quoted.map((w) => w.phrase))].map((n) => quoted.filter((w) => w.phrase === n).map((w) => w.key));
  let corrected = query.text;
  for (let i = made.length - 1; i >= 0; i--) {
    const { meant } = made[i];
    if (meant) corrected = corrected.slice(0, query.words[i].start) + meant + corrected.slice(query.words[i].end);
  }
  return {
    concepts: made.flatMap((m) => m.concepts ?? []),
    required: made.flatMap((m) => m.required ?? []),
    excluded: made.flatMap((m) => m.excluded ?? []),
    unknown: made.flatMap((m) => m.unknown ?? []),
    near: [...new Set(made.flatMap((m) => m.near ?? []))],
    didYouMean: made.some((m) => m.meant) ? corrected.trim().split(/\s+/).join(" ") : null,
    phrases,
  };
}

async function stands(word, pair, query, files) {
  if (word.phrase) {
    const same = (await files.lookup(word.loose)).filter((e) => keyOf(e.form) === word.key);
    return { required: [concept(word.form, same.map((e) => ["x" + e.form, 1]))] };
  }
  const own = await known(word, files);
  if (word.excluded) return { excluded: [concept(word.form, [...own].filter(([t, w]) => t[0] === "l" && w >= LOOSELY))] };
  const found = merged(own, pair, await endings(word, files));
  if (found.size) return { concepts: [concept(word.form, found)] };
  const meant = await repair(word.loose, files);
  if (meant) return { concepts: [concept(word.form, weighed(meant, REPAIRED))], meant: meant.form };
  const parts = await split(word, files);
  if (parts.length) return { concepts: parts };
  return { unknown: [query.text.slice(word.start, word.end)], near: await lookalikes(word.loose, files) };
}

/* --- scoring ------------------------------------------------------------------ */

const idf = (frequency, articles) => Math.log(1 + (articles - frequency + 0.5) / (frequency + 0.5));

function score(concepts, terms, articles) {
  const sums = new Map();
  const covered = new Map();
  const direct = new Set();
  let whole = 0;
  for (const { alternatives } of concepts) {
    const met = new Map();
    const found = alternatives
      .map(([term, weight]) => [terms.get(term)?.rows ?? [], weight])
      .filter(([rows]) => rows.length)
      .map(([rows, weight]) => [rows, weight, idf(rows.length, articles)]);
    const greatest = (some) => some.reduce((most, [, , rare]) => Math.max(most, rare), 0);
    // A rare ending of a common word is rare by accident: nothing outweighs the word itself.
    const importance = greatest(found.filter(([, weight]) => weight >= DIRECT)) || greatest(found);
    for (const [rows, weight, rare] of found) {
      for (const [article, strength] of rows) {
        sums.set(article, (sums.get(article) ?? 0) + (Math.min(importance, rare) * weight * strength) / TOP);
        met.set(article, Math.max(met.get(article) ?? 0, Math.min(1, weight)));
      }
    }
    whole += importance;
    for (const [article, weight] of met) {
      covered.set(article, (covered.get(article) ?? 0) + importance * weight);
      if (weight >= DIRECT) direct.add(article);
    }
  }
  return Array.from(sums, ([article, sum]) => ({
    article,
    value: Math.floor(sum * (covered.get(article) / whole) * 1e6 + 0.5) / 1e6,
    near: !direct.has(article),
  }));
}

const best = (a, b) => b.value - a.value || b.article - a.article;

function meeting({ alternatives }, terms) {
  return new Set(alternatives.flatMap(([term]) => (terms.get(term)?.rows ?? []).map(([article]) => article)));
}

async function found(asked, terms, files) {
  const needed = asked.required.map((c) => meeting(c, terms));
  const banned = asked.excluded.map((c) => meeting(c, terms));
  const scores = score([...asked.concepts, ...asked.required], terms, files.toc.articles).filter(
    ({ article }) => needed.every((set) => set.has(article)) && !banned.some((set) => set.has(article)),
  );
  if (!asked.phrases.some((phrase) => phrase.length > 1)) return scores;
  const candidates = scores.sort(best).slice(0, MOST_PHRASE_CANDIDATES);
  const holds = await Promise.all(candidates.map(({ article }) => holdsPhrases(article, asked.phrases, files)));
  return candidates.filter((_, i) => holds[i]);
}

async function holdsPhrases(number, phrases, files) {
  const article = await files.article(number);
  const rows = [article.title, ...(await files.get(article.text, lines))].map((line) => tokens(line).map(([w]) => keyOf(formOf(w))));
  const holds = (row, phrase) => row.some((_, i) => phrase.every((key, j) => row[i + j] === key));
  return phrases.every((phrase) => rows.some((row) => holds(row, phrase)));
}

/* --- facets --------------------------------------------------------------------- */

function allowed(values, filters) {
  const passing = {};
  for (const name of FACETS) {
    const given = Object.hasOwn(filters, name) ? [filters[name]].flat().filter((v) => v !== null && v !== undefined && v !== "") : [];
    if (!given.length) continue;
    const wanted = new Set(given.map((v) => String(v).toLowerCase()));
    const rows = values[name].filter((v) => wanted.has(v.value.toLowerCase()) || wanted.has(v.label.toLowerCase()));
    passing[name] = new Set(rows.flatMap((v) => v.articles));
  }
  return passing;
}

function counts(values, matched, passing) {
  const made = {};
  for (const name of FACETS) {
    const others = Object.keys(passing).filter((facet) => facet !== name).map((facet) => passing[facet]);
    const free = new Set([...matched].filter((article) => others.every((set) => set.has(article))));
    made[name] = values[name]
      .map(({ value, label, articles }) => ({ value, label, count: articles.filter((a) => free.has(a)).length }))
      .filter((row) => row.count)
      .sort((a, b) => b.count - a.count || compare(a.value, b.value));
  }
  return made;
}

/* --- excerpts --------------------------------------------------------------------- */

/** What to mark of each form: which concepts it answers, and the part of it that does; all of it where a whole term does. */
function marksOf(concepts, terms) {
  const marks = new Map();
  concepts.forEach(({ alternatives }, number) => {
    for (const [term] of alternatives) {
      const row = terms.get(term);
      if (!row) continue;
      for (const form of term[0] === "x" ? [term.slice(1)] : row.forms) {
        const mark = marks.get(form) ?? { concepts: new Set(), whole: false, parts: [] };
        mark.concepts.add(number);
        if (term[0] !== "p") mark.whole = true;
        else if (form.includes(term.slice(1))) mark.parts.push(term.slice(1));
        marks.set(form, mark);
      }
    }
  });
  return marks;
}

function hits(text, marks) {
  const found = [];
  for (const [word, start, end] of tokens(text)) {
    const mark = marks.get(formOf(word));
    if (!mark) continue;
    const part = mark.whole ? "" : (mark.parts.sort((a, b) => b.length - a.length || compare(a, b))[0] ?? "");
    const at = part ? text.slice(start, end).toLowerCase().lastIndexOf(part) : -1;
    found.push({ span: at < 0 ? [start, end] : [start + at, start + at + part.length], concepts: mark.concepts });
  }
  return found;
}

function excerpt(passages, marks) {
  let chosen;
  let most = 0;
  for (const text of passages) {
    const rows = hits(text, marks);
    const met = new Set(rows.flatMap((row) => [...row.concepts])).size;
    if (met > most) [chosen, most] = [[text, rows.map((row) => row.span)], met];
  }
  return chosen && cut(chosen[0], startOf(chosen[0], chosen[1][0][0]), chosen[1]);
}

function startOf(text, first) {
  if (first <= BEFORE || text.length <= EXCERPT) return 0;
  const before = text.slice(first - BEFORE, first);
  const sentence = before.lastIndexOf(". ");
  if (sentence >= 0) return first - BEFORE + sentence + 2;
  const space = before.indexOf(" ");
  return space >= 0 ? first - BEFORE + space + 1 : first;
}

function cut(text, start, spans) {
  let end = text.length;
  if (end - start > EXCERPT) {
    const space = text.slice(0, start + EXCERPT).lastIndexOf(" ");
    end = space >= start + EXCERPT / 2 ? space : start + EXCERPT;
  }
  const shift = (start ? 1 : 0) - start;
  const shown = (start ? "…" : "") + text.slice(start, end).trimEnd() + (end < text.length ? "…" : "");
  return { text: shown, marks: spans.filter(([a, b]) => a >= start && b <= end).map(([a, b]) => [a + shift, b + shift]) };
}

async function hit({ article: number, value, near }, marks, files) {
  const article = await files.article(number);
  const { passages, text, pointers = [], ...shown } = article;
  const snippet = excerpt(passages, marks) ?? excerpt(await files.get(text, lines), marks) ?? cut(passages[0] ?? "", 0, []);
  const title = hits(article.title, marks).map((row) => row.span);
  return {
    ...shown,
    score: value,
    near,
    snippet: snippet.text,
    marks: { title, snippet: snippet.marks },
    pointers: pointersMet(article.url, pointers, marks),
  };
}

/** The pointers of the post that answer most words of the query themselves: [{url, title, marks}]. */
function pointersMet(url, pointers, marks) {
  const rows = pointers.map(([anchor, title, text]) => {
    const met = new Set(hits(`${title} ${text}`, marks).flatMap((row) => [...row.concepts])).size;
    return { met, url: `${url}#${anchor}`, title, marks: hits(title, marks).map((row) => row.span) };
  });
  const best = rows.filter((row) => row.met).sort((a, b) => b.met - a.met).slice(0, POINTERS);
  return best.map(({ met, ...shown }) => shown);
}

/* --- the engine ---------------------------------------------------------------------- */

class Engine {
  constructor(files) {
    this.files = files;
  }

  /** How many articles there are to search in. */
  get articles() {
    return this.files.toc.articles;
  }

  /** All values of a facet, with or without hits: [{value, label}]. */
  async values(facet) {
    return ((await this.files.facets())[facet] ?? []).map(({ value, label }) => ({ value, label }));
  }

  /**
   * Answers a query: {total, didYouMean, unknown, near, hits, facets}.
   *
   * `didYouMean` is the query with repaired words, or null; `unknown` are the
   * words that no article uses, `near` words of the site that look like them.
   * `limit` hits (10), best first, after `offset` others; `filters` by facet,
   * a value or a list: or inside a facet, and between them. A query without
   * words lists, newest first, what the filters let through.
   */
  async search(query, options) {
    try {
      return await this.answer(query, options ?? {});
    } catch (fault) {
      if (!(fault instanceof Gone)) throw fault;
      // A new edition has come out meanwhile, and the old files are gone: start from its contents, once.
      await this.files.load(true);
      return this.answer(query, options ?? {});
    }
  }

  async answer(query, { limit = 10, offset = 0, filters } = {}) {
    const { files } = this;
    const asked = await understand(parse(query, files.stop), files);
    const all = [...asked.concepts, ...asked.required];
    const wanted = new Set([...all, ...asked.excluded].flatMap((c) => c.alternatives.map(([term]) => term)));
    const [values, ...rows] = await Promise.all([files.facets(), ...[...wanted].map(async (term) => [term, await files.term(term)])]);
    const terms = new Map(rows.filter(([, row]) => row));
    const passing = allowed(values, filters && typeof filters === "object" ? filters : {});
    const blank = !all.length && !asked.unknown.length;
    const scores = blank ? listed(files, passing) : await found(asked, terms, files);
    const matched = new Set(scores.map((s) => s.article));
    const kept = scores.filter((s) => Object.values(passing).every((set) => set.has(s.article))).sort(best);
    const marks = marksOf(all, terms);
    const from = whole(offset, 0);
    const shown = kept.slice(from, from + whole(limit, 10));
    return {
      total: kept.length,
      didYouMean: asked.didYouMean,
      unknown: asked.unknown,
      near: asked.near,
      hits: await Promise.all(shown.map((s) => hit(s, marks, files))),
      facets: counts(values, matched, passing),
    };
  }
}

function listed(files, passing) {
  const count = Object.keys(passing).length ? files.toc.articles : 0;
  return Array.from({ length: count }, (_, article) => ({ article, value: 0, near: false }));
}

const whole = (value, otherwise) => (Number.isNaN(Number(value)) ? otherwise : Math.max(0, Math.min(1e6, Math.floor(Number(value)))));

/** Opens the index of the site whose root is `baseUrl`. */
export async function open(baseUrl = "", { fetch = globalThis.fetch } = {}) {
  const files = new Files(String(baseUrl).replace(/\/*$/, "/"), (url, options) => fetch(url, options));
  await files.load();
  return new Engine(files);
}
