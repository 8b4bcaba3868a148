import { unzipSync } from "fflate";
import { err, ok, type Result } from "#lib/domain/result.ts";
import { utf8 } from "#lib/formats/proof/utf8.ts";

const mostBytes = 128 * 1024 * 1024;
const mostEntries = 5_000;
const damaged = "This file was cut or changed: it cannot be opened as the container it begins as.";

type Part = { readonly text: string | null; readonly names: readonly string[] };

/** A part of a zip container as text, null where there is none, and the names of all, in a browser too. */
export function zipPart(bytes: Uint8Array, name: string): Result<Part, string> {
  const names: string[] = [];
  const parts = unzipped(bytes, (entry) => {
    names.push(entry);
    return entry === name;
  });
  if (parts === null || new Set(names).size !== names.length) return err(damaged);
  const part = parts.get(name);
  if (part === undefined) return ok({ text: null, names });
  const text = utf8(part);
  return text === null ? err("The edition in this file cannot be read: it was changed.") : ok({ text, names });
}

/** All parts of a container by name; null where it is damaged, or inflates to more than any export. */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | null {
  return unzipped(bytes, () => true);
}

function unzipped(bytes: Uint8Array, wants: (name: string) => boolean): ReadonlyMap<string, Uint8Array> | null {
  let [left, entries] = [mostBytes, 0];
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries += 1;
        if (entries > mostEntries) throw new RangeError("Too many entries");
        if (!wants(name)) return false;
        left -= originalSize;
        if (left < 0) throw new RangeError("Too large");
        return true;
      },
    });
    return new Map(Object.entries(parts));
  } catch {
    return null; // What the library says of a broken container helps nobody who was given the file.
  }
}
