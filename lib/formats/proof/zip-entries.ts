import { utf8 } from "#lib/formats/proof/utf8.ts";

const mostEntries = 5_000;
const endSize = 22;
const longestComment = 65_535;

/** A file in a container: `packed` are its bytes as they stand there, `size` what they are said to inflate to. */
export type ZipEntry = {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly packed: Uint8Array;
  readonly size: number;
};

/**
 * The files of a zip container by its directory (APPNOTE.TXT 4.3.12, 4.3.16), unopened. Null where it is damaged, has a
 * name twice, is encrypted, or has more than any export.
 */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  try {
    const entries = entriesOf(bytes);
    return new Set(entries.map(({ name }) => name)).size === entries.length ? entries : null;
  } catch {
    return null; // An offset or a mark that is not where it has to be.
  }
}

class Damaged extends Error {}

function entriesOf(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > mostEntries) throw new Damaged();
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Damaged();
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    entries.push(entryAt(bytes, view, at, name));
    at += 46 + name + extra + comment;
  }
  return entries;
}

function endOf(view: DataView): number {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Damaged();
}

function entryAt(bytes: Uint8Array, view: DataView, at: number, nameLength: number): ZipEntry {
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const [length, size, local] = [20, 24, 42].map((offset) => view.getUint32(at + offset, true));
  if (length === undefined || size === undefined || local === undefined) throw new Damaged();
  const name = utf8(bytes.subarray(at + 46, at + 46 + nameLength));
  const isEncrypted = (flags & 1) === 1;
  if (name === null || isEncrypted || (method !== 0 && method !== 8)) throw new Damaged();
  if (view.getUint32(local, true) !== 0x04034b50) throw new Damaged();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + length > bytes.byteLength) throw new Damaged();
  return { name, isDeflated: method === 8, packed: bytes.subarray(start, start + length), size };
}
