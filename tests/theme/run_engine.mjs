// Runs search-engine.js over files on disk. Reads {engine, root, calls} from standard input and writes the answers.
// A call is ["search", query, options], ["parse", query, stop words] or ["words", text].
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

let input = "";
for await (const chunk of process.stdin) input += chunk;
const { engine: path, root, calls } = JSON.parse(input);
const module = await import(pathToFileURL(path));
const fetched = [];

async function fetch(url) {
  fetched.push(url);
  try {
    const text = await readFile(root + new URL(url, "http://x/").pathname, "utf8");
    return { ok: true, status: 200, text: async () => text };
  } catch {
    return { ok: false, status: 404, text: async () => "" };
  }
}

const engine = root ? await module.open("http://x", { fetch }) : undefined;
const answers = [];
for (const [verb, first, second] of calls) {
  if (verb === "search") answers.push(await engine.search(first, second ?? undefined));
  else if (verb === "parse") answers.push(module.parse(first, new Set(second)));
  else answers.push(module.tokens(first).map(([word, start, end]) => [word, start, end, module.formOf(word), module.keyOf(word), module.looseKeyOf(word)]));
}
process.stdout.write(JSON.stringify({ answers, fetched }));
