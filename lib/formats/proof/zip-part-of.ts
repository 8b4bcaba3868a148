import { err, ok, type Result } from "#lib/domain/result.ts";
import { editionLimits } from "#lib/formats/proof/edition-limits.ts";
import { inflatedWithin } from "#lib/formats/proof/inflate-within.ts";
import { utf8 } from "#lib/formats/proof/utf8.ts";
import { type ZipEntry, zipEntries } from "#lib/formats/proof/zip-entries.ts";

/** Of all parts together, inflated. */
const mostBytes = 128 * 1024 * 1024;
const damaged = "This file was cut or changed: it cannot be opened as the container it begins as.";
const unread = "The edition in this file cannot be read: it was changed.";
const tooLarge = "The edition in this file is larger than 64 MB, and no report's is. Ask the desk for the file again.";

type Part = { readonly text: string | null; readonly names: readonly string[] };

/** A part of a zip container as text, null where there is none, and the names of all, in a browser too. */
export async function zipPart(bytes: Uint8Array, name: string): Promise<Result<Part, string>> {
  const entries = zipEntries(bytes);
  if (entries === null) return err(damaged);
  const names = entries.map((entry) => entry.name);
  const entry = entries.find((each) => each.name === name);
  if (entry === undefined) return ok({ text: null, names });
  if (entry.size > editionLimits.bytes) return err(tooLarge);
  const part = await contentOf(entry);
  const text = part === null ? null : utf8(part);
  return text === null ? err(unread) : ok({ text, names });
}

/** All parts of a container by name; null where it is damaged, or inflates to more than any export. */
export async function zipParts(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array> | null> {
  const entries = zipEntries(bytes);
  if (entries === null || entries.reduce((sum, { size }) => sum + size, 0) > mostBytes) return null;
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const part = await contentOf(entry);
    if (part === null) return null;
    parts.set(entry.name, part);
  }
  return parts;
}

/** Null where it is not of the size that the container says: so much and no more is inflated. */
async function contentOf({ packed, size, isDeflated }: ZipEntry): Promise<Uint8Array | null> {
  if (!isDeflated) return packed.byteLength === size ? packed : null;
  const content = await inflatedWithin(packed, size, "deflate-raw");
  return content.ok && content.value.byteLength === size ? content.value : null;
}
