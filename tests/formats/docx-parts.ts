import { expect } from "vitest";
import { openArchive } from "#lib/formats/import/archive.ts";
import { attributeOf, eachElement } from "#lib/formats/import/word/xml-part.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childrenOf, readXml } from "#lib/formats/import/xml.ts";

/** The XML parts of a package by name, each well-formed, or the test fails. */
export async function xmlPartsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, XmlElement>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) throw new Error(archive.error.kind);
  const parts = new Map<string, XmlElement>();
  for (const name of archive.value.names.filter((each) => /\.(?:xml|rels)$/u.test(each))) {
    const part = await archive.value.read(name);
    if (!part.ok || part.value === null) throw new Error(name);
    const tree = readXml(new TextDecoder("utf-8", { fatal: true }).decode(part.value));
    if (!tree.ok) throw new Error(`${name} is not well-formed`);
    parts.set(name, tree.value);
  }
  return parts;
}

export function everyElement(root: XmlElement | undefined, name?: string): XmlElement[] {
  const found: XmlElement[] = [];
  if (root === undefined) return found;
  eachElement(root, (element) => {
    if (name === undefined || element.name === name) found.push(element);
  });
  return found;
}

const valuesOf = (root: XmlElement | undefined, name: string, attribute: string) =>
  everyElement(root, name).map((element) => attributeOf(element, attribute));

/** What Word asks of a document before it opens it without repair; the rules are those of ECMA-376, parts 1 and 2. */
export async function expectSoundPackage(bytes: Uint8Array): Promise<void> {
  const parts = await xmlPartsOf(bytes);
  const archive = await openArchive(bytes);
  const names = archive.ok ? archive.value.names : [];
  expectDeclared(parts.get("[Content_Types].xml"), names);
  for (const [name, root] of parts) {
    const match = /^(.*?)_rels\/(.+)\.rels$/u.exec(name);
    if (match !== null) expectRelated(root, parts.get(`${match[1]}${match[2]}`), { folder: match[1] ?? "", names });
  }
  const document = parts.get("word/document.xml");
  expectPairedComments(document, parts.get("word/comments.xml"));
  const known = (part: string, name: string, attribute: string) => new Set(valuesOf(parts.get(part), name, attribute));
  const styles = valuesOf(parts.get("word/styles.xml"), "w:style", "w:styleId");
  expect(new Set(styles).size).toBe(styles.length);
  const styleNames = valuesOf(parts.get("word/styles.xml"), "w:name", "w:val").map((each) => each?.toLowerCase());
  expect(new Set(styleNames).size).toBe(styleNames.length);
  for (const part of ["word/document.xml", "word/comments.xml", "word/footnotes.xml", "word/styles.xml"]) {
    for (const name of ["w:pStyle", "w:rStyle", "w:basedOn"]) {
      for (const used of valuesOf(parts.get(part), name, "w:val")) expect(styles).toContain(used);
    }
  }
  const numbers = known("word/numbering.xml", "w:num", "w:numId");
  for (const used of valuesOf(document, "w:numId", "w:val")) expect(numbers).toContain(used);
  const footnotes = known("word/footnotes.xml", "w:footnote", "w:id");
  for (const used of valuesOf(document, "w:footnoteReference", "w:id")) expect(footnotes).toContain(used);
  expectShapedTables(document);
}

function expectDeclared(types: XmlElement | undefined, names: readonly string[]): void {
  const endings = new Set(valuesOf(types, "Default", "Extension"));
  const overrides = valuesOf(types, "Override", "PartName");
  expect(new Set(overrides).size).toBe(overrides.length);
  for (const name of names.filter((each) => each !== "[Content_Types].xml")) {
    expect(endings.has(name.split(".").at(-1) ?? "") || overrides.includes(`/${name}`), name).toBe(true);
  }
  for (const name of overrides) expect(names).toContain(name?.slice(1));
}

type Folder = { readonly folder: string; readonly names: readonly string[] };

function expectRelated(relations: XmlElement, part: XmlElement | undefined, { folder, names }: Folder): void {
  const ids = valuesOf(relations, "Relationship", "Id");
  expect(new Set(ids).size).toBe(ids.length);
  for (const relation of everyElement(relations, "Relationship")) {
    const target = attributeOf(relation, "Target") ?? "";
    if (attributeOf(relation, "TargetMode") === "External") expect(URL.canParse(target), target).toBe(true);
    else expect(names).toContain(target.startsWith("/") ? target.slice(1) : `${folder}${target}`);
  }
  const used = everyElement(part).flatMap((element) => attributeOf(element, "r:id") ?? []);
  for (const id of used) expect(ids).toContain(id);
}

function expectPairedComments(document: XmlElement | undefined, comments: XmlElement | undefined): void {
  const ids = valuesOf(comments, "w:comment", "w:id");
  expect(new Set(ids).size).toBe(ids.length);
  const open = new Set<string | null>();
  const seen: string[] = [];
  for (const element of everyElement(document)) {
    const id = attributeOf(element, "w:id") ?? "";
    if (element.name === "w:commentRangeStart") {
      expect(open).not.toContain(id);
      open.add(id);
    } else if (element.name === "w:commentRangeEnd") expect(open.delete(id)).toBe(true);
    else if (element.name === "w:commentReference") {
      expect(open).not.toContain(id);
      seen.push(id);
    }
  }
  expect(open.size).toBe(0);
  expect(seen.toSorted()).toEqual(ids.map(String).toSorted());
  for (const comment of everyElement(comments, "w:comment")) {
    expect(attributeOf(comment, "w:author")).not.toBe("");
    expect(attributeOf(comment, "w:initials")?.length).toBeLessThanOrEqual(9);
    expect(childrenOf(comment, "w:p").length).toBeGreaterThan(0);
  }
}

/** Every cell ends with a paragraph, and every row has as many columns as the grid. */
function expectShapedTables(document: XmlElement | undefined): void {
  for (const table of everyElement(document, "w:tbl")) {
    const columns = everyElement(table, "w:gridCol").length;
    for (const row of childrenOf(table, "w:tr")) {
      const cells = childrenOf(row, "w:tc");
      const spans = cells.map((cell) => Number(attributeOf(everyElement(cell, "w:gridSpan")[0] ?? null, "w:val") ?? 1));
      expect(spans.reduce((sum, span) => sum + span, 0)).toBe(columns);
      for (const cell of cells) expect(childrenOf(cell).at(-1)?.name).toBe("w:p");
    }
  }
}
