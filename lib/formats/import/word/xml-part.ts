import type { Result } from "#lib/domain/result.ts";
import { ok } from "#lib/domain/result.ts";
import type { Archive } from "#lib/formats/import/archive.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";
import type { XmlElement } from "#lib/formats/import/xml.ts";
import { childrenOf, readXml } from "#lib/formats/import/xml.ts";

/** A part of the container as a tree; null where there is none. UTF-8, or UTF-16 by its byte order mark. */
export async function readPart(archive: Archive, name: string): Promise<Result<XmlElement | null, ImportProblem>> {
  const bytes = await archive.read(name);
  if (!bytes.ok || bytes.value === null) return bytes.ok ? ok(null) : bytes;
  const [first, second] = bytes.value;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return readXml(new TextDecoder(encoding).decode(bytes.value));
}

/** As `readPart`, for what the text can do without: a part that cannot be read is not there. */
export async function readSidePart(archive: Archive, name: string | null): Promise<XmlElement | null> {
  const part = name === null ? null : await readPart(archive, name);
  return part?.ok === true ? part.value : null;
}

export function attributeOf(element: XmlElement | null, name: string): string | null {
  return element?.attributes[name] ?? null;
}

/** Calls `visit` with the element and all inside it, in document order. */
export function eachElement(element: XmlElement, visit: (element: XmlElement) => void): void {
  visit(element);
  for (const child of childrenOf(element)) eachElement(child, visit);
}

/** The first element of a name inside, however deep. */
export function elementWithin(element: XmlElement | null, name: string): XmlElement | null {
  if (element === null || element.name === name) return element;
  for (const child of childrenOf(element)) {
    const found = elementWithin(child, name);
    if (found !== null) return found;
  }
  return null;
}
