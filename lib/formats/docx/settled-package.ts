import { type Zippable, zipSync } from "fflate";
import { openArchive } from "#lib/formats/import/archive.ts";

const relations = /(?:^|\/)_rels\/([^/]*)\.rels$/u;

/**
 * A package that the docx library wrote, without what it takes from chance and the clock: ids of links are counted, and
 * the times of the core properties are `at`. Throws where it cannot be read: it was just written.
 */
export async function settledPackage(zip: Uint8Array, at: Date): Promise<Uint8Array> {
  const opened = await openArchive(zip);
  if (!opened.ok) throw new Error(`A document that was just written cannot be read: ${opened.error.kind}`);
  const parts = new Map<string, string>();
  for (const name of opened.value.names) {
    const part = await opened.value.read(name);
    if (!part.ok || part.value === null) throw new Error(`A part that was just written cannot be read: ${name}`);
    parts.set(name, new TextDecoder().decode(part.value));
  }
  for (const [name, words] of parts) {
    const owner = relations.exec(name)?.[1];
    if (owner === undefined) continue;
    const ids = countedIds(words);
    parts.set(name, renamed(words, "Id", ids));
    const part = name.replace(relations, `/${owner}`).replace(/^\//u, "");
    parts.set(part, renamed(parts.get(part) ?? "", "r:id", ids));
  }
  const core = "docProps/core.xml";
  parts.set(core, dated(parts.get(core) ?? "", at));
  const files: Zippable = {};
  for (const [name, words] of parts) if (words !== "") files[name] = new TextEncoder().encode(words);
  return zipSync(files, { level: 0 });
}

/** New ids for those that are not numbers, in the order of the part. */
function countedIds(words: string): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [, id = ""] of words.matchAll(/ Id="([^"]*)"/gu)) {
    if (!/^rId\d{1,6}$/u.test(id)) ids.set(id, `rIdLink${ids.size + 1}`);
  }
  return ids;
}

function renamed(words: string, attribute: string, ids: ReadonlyMap<string, string>): string {
  if (ids.size === 0) return words;
  return words.replace(new RegExp(` ${attribute}="([^"]*)"`, "gu"), (all, id: string) => {
    const counted = ids.get(id);
    return counted === undefined ? all : ` ${attribute}="${counted}"`;
  });
}

function dated(words: string, at: Date): string {
  return words.replace(
    /(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/gu,
    (_, open: string) => `${open}${at.toISOString()}`,
  );
}
