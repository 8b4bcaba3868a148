import { type Zippable, zipSync } from "fflate";
import { openArchive } from "#lib/formats/import/archive.ts";

const contentTypes = "[Content_Types].xml";

/**
 * The zip container written anew with one part more, or with that part replaced: parts in their order, the new one last,
 * every entry of the moment `at` in UTC to two seconds, deflated by the same code on every machine. So the same parts give
 * the same bytes. In an Open Packaging container (ECMA-376-2) the ending of the name is declared as JSON or XML. Throws
 * where the container cannot be read: it is one that we wrote.
 */
export async function withPart(zip: Uint8Array, name: string, bytes: Uint8Array, at: Date): Promise<Uint8Array> {
  const opened = await openArchive(zip);
  if (!opened.ok) throw new Error(`A container that was just written cannot be read: ${opened.error.kind}`);
  const parts: Zippable = {};
  for (const each of opened.value.names) {
    const part = await opened.value.read(each);
    if (!part.ok || part.value === null) throw new Error(`A part that was just written cannot be read: ${each}`);
    if (each !== name) parts[each] = each === contentTypes ? declaring(part.value, name) : new Uint8Array(part.value);
  }
  return stamped(zipSync({ ...parts, [name]: bytes }, { mtime: someLocalDay, os: 0 }), at);
}

/** The library writes local time, which has hours that do not exist; what it writes is written over. */
const someLocalDay = new Date(2000, 5, 15, 12);

function declaring(types: Uint8Array, name: string): Uint8Array {
  const text = new TextDecoder().decode(types);
  const extension = name.slice(name.lastIndexOf(".") + 1);
  if (new RegExp(`\\bExtension=["']${extension}["']`, "iu").test(text)) return new Uint8Array(types);
  const declared = text.replace(/<Types\b[^>]*>/u, (root) => {
    return `${root}<Default Extension="${extension}" ContentType="application/${extension}"/>`;
  });
  return new TextEncoder().encode(declared);
}

const endSize = 22;

/** Writes one time into every entry of an archive without a comment (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
function stamped(zip: Uint8Array, at: Date): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - endSize;
  const [time, count] = [dosTime(at), view.getUint16(end + 10, true)];
  let entry = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    view.setUint32(entry + 12, time, true);
    view.setUint32(view.getUint32(entry + 42, true) + 10, time, true);
    const lengths = [28, 30, 32].map((offset) => view.getUint16(entry + offset, true));
    entry += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return zip;
}

/** Day and time as MS-DOS keeps them, from 1980 to 2107. */
function dosTime(at: Date): number {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107) - 1980;
  const day = (year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}
