/**
 * Which of the site's addresses were likely meant. No DOM: runs in browsers and in Node.
 *
 * Addresses are compared letter by letter as slugs are made (æ is ae, ø oe, å aa), by the optimal string alignment
 * distance: an exchange of two neighbours is one slip. All figures are chosen.
 */

const LONGEST = 500;
const SHOWN = 3;
const LEAST = 0.65; // likeness from which an address is worth showing
const BESIDE = 0.15; // how much less likely than the best one the others may be
const CUT_OFF = 0.8; // likeness of an address that was broken off, or has something after it
const SAME_PLACE = 0.1; // for the same folder
const PREFIX = 6; // shortest beginning that says anything

const LETTERS = { "æ": "ae", "ø": "oe", "ß": "ss", "œ": "oe", "ð": "d", "þ": "th", "ł": "l" };
const ENDINGS = /\.(?:html?|php|aspx?|jsp|md)$/;
const NO_NAMES = new Set(["", "index", "default"]);

/** The path as text, however it is encoded. */
export function decoded(path) {
  const short = path.slice(0, LONGEST);
  try {
    return decodeURIComponent(short);
  } catch {
    return short;
  }
}

/** The parts of a path as slugs: "/Nyheder/Fælles%20udbud.aspx" is ["nyheder", "faelles-udbud"]. */
export function parts(path) {
  const plain = decoded(path).normalize("NFKD").toLowerCase().replaceAll("a\u030a", "aa").replace(/[æøßœðþł]/g, (letter) => LETTERS[letter]);
  return plain.split("/")
    .map((part) => part.replace(ENDINGS, "").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, ""))
    .filter((part) => !NO_NAMES.has(part));
}

/** How many slips part two words. */
export function distance(a, b) {
  let [before, above] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const differs = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + differs);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, above] = [above, row];
  }
  return above[b.length];
}

/** 0 to 1 for two names, where 1 is the same. */
function likeness(asked, name) {
  const [short, long] = asked.length < name.length ? [asked, name] : [name, asked];
  if (short.length >= PREFIX && long.startsWith(short)) return Math.max(CUT_OFF, short.length / long.length);
  if (short.length < long.length * LEAST) return 0;
  return 1 - distance(asked, name) / long.length;
}

/**
 * The rows, at most three and the best first, whose address was likely meant by `path`.
 * A row is {address, title}, the address from the root; a former address also says where the text is `now`.
 */
export function likely(path, rows) {
  const asked = parts(path);
  if (!asked.length) return [];
  const folder = asked.slice(0, -1).join("/");
  const found = new Map();
  for (const { address, title, now = address } of rows) {
    const known = parts(address);
    if (!known.length) continue;
    const like = likeness(asked.at(-1), known.at(-1));
    if (like < LEAST) continue;
    const score = like + (known.slice(0, -1).join("/") === folder ? SAME_PLACE : 0);
    if (score > (found.get(now)?.score ?? 0)) found.set(now, { url: now, title, score });
  }
  const best = [...found.values()].sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1));
  return best.filter(({ score }) => score >= best[0].score - BESIDE).slice(0, SHOWN);
}

/** What the last part of the path says in words, for a search; "" where it says nothing. */
export function words(path) {
  const last = decoded(path).normalize("NFC").split("/").filter(Boolean).at(-1) ?? "";
  const said = last.replace(ENDINGS, "").match(/\p{L}[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return said.join(" ").slice(0, 100);
}
