import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { Archive } from "#lib/formats/import/archive.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import { attributeOf, readPart, readSidePart } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childrenOf } from "#lib/formats/import/xml.ts";

/** Addresses of links by the id of their relationship. */
export type Links = ReadonlyMap<string, string>;

export type DocxPart = { readonly root: XmlElement; readonly links: Links };

type Relations = { readonly links: Links; readonly parts: ReadonlyMap<string, string> };

/** The main part of a Word file, and the others by the last word of their relationship's type (ECMA-376 part 2). */
export type DocxPackage = { readonly main: DocxPart; readonly side: (type: string) => Promise<DocxPart | null> };

export async function openDocx(archive: Archive): Promise<Result<DocxPackage, ImportProblem>> {
  const root = await relationsOf(archive, "");
  const named = root.parts.get("officeDocument") ?? "word/document.xml";
  const name = archive.names.includes(named) ? named : "word/document.xml";
  const main = await readPart(archive, name);
  if (!main.ok) return main;
  if (main.value === null) return err({ kind: "damaged" });
  const relations = await relationsOf(archive, name);
  const side = async (type: string): Promise<DocxPart | null> => {
    const part = type === "core-properties" ? root.parts.get(type) : relations.parts.get(type);
    const path = part ?? (type === "core-properties" ? "docProps/core.xml" : `word/${type}.xml`);
    const tree = await readSidePart(archive, path);
    return tree === null ? null : { root: tree, links: (await relationsOf(archive, path)).links };
  };
  return ok({ main: { root: main.value, links: relations.links }, side });
}

async function relationsOf(archive: Archive, part: string): Promise<Relations> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const tree = await readSidePart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const links = new Map<string, string>();
  const parts = new Map<string, string>();
  for (const relation of tree === null ? [] : childrenOf(tree)) {
    const target = attributeOf(relation, "Target") ?? "";
    const type = (attributeOf(relation, "Type") ?? "").split("/").at(-1) ?? "";
    if (attributeOf(relation, "TargetMode") !== "External") parts.set(type, pathOf(folder, target));
    else if (type === "hyperlink") links.set(attributeOf(relation, "Id") ?? "", target);
  }
  return { links, parts };
}

function pathOf(folder: string, target: string): string {
  return URL.parse(target, `file:///${folder}`)?.pathname.slice(1) ?? target;
}
