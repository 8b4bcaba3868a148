import type { Entry, ZipFile } from "yauzl";
import { fromBufferPromise } from "yauzl";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { ImportProblem } from "#lib/formats/import/import-problem.ts";

/** `bytes` are those of one entry, and of all that are read, after inflation. */
export const archiveLimits = { entries: 5_000, entryBytes: 64 * 1024 * 1024, bytes: 128 * 1024 * 1024 } as const;

/** A zip container (DOCX, ODT, XLSX, EPUB): the names of its files, and the bytes of one, inflated when asked for. */
export type Archive = {
  readonly names: readonly string[];
  /** Null where there is no such file. */
  readonly read: (name: string) => Promise<Result<Uint8Array | null, ImportProblem>>;
};

/**
 * Opens a zip container by its directory. Refused are encrypted entries, names that leave the folder, names twice, and
 * more than the limits, which count what comes out, whatever the directory says. Archives within are only bytes.
 */
export async function openArchive(bytes: Uint8Array): Promise<Result<Archive, ImportProblem>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      strictFileNames: true,
    });
    const entries = await entriesOf(zip);
    return entries.ok ? ok(archiveOf(zip, entries.value)) : entries;
  } catch {
    return err({ kind: "damaged" }); // yauzl tells what is wrong with the container; none of it helps its reader.
  }
}

async function entriesOf(zip: ZipFile): Promise<Result<Map<string, Entry>, ImportProblem>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entries.size >= archiveLimits.entries) return err({ kind: "too-complex" });
    if (entry.isEncrypted()) return err({ kind: "encrypted" });
    if (entries.has(entry.fileName)) return err({ kind: "damaged" });
    entries.set(entry.fileName, entry);
  }
  return ok(entries);
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Archive {
  let left: number = archiveLimits.bytes;
  const read = async (name: string): Promise<Result<Uint8Array | null, ImportProblem>> => {
    const entry = entries.get(name);
    if (entry === undefined) return ok(null);
    const most = Math.min(left, archiveLimits.entryBytes);
    const tooLarge = err({ kind: "too-large" as const, limit: "bytes" as const });
    if (entry.uncompressedSize > most) return tooLarge;
    try {
      const pieces: Buffer[] = [];
      let length = 0;
      const stream = await zip.openReadStreamPromise(entry);
      for await (const piece of stream) {
        if (!Buffer.isBuffer(piece)) continue;
        length += piece.byteLength;
        if (length > most) {
          stream.destroy();
          return tooLarge;
        }
        pieces.push(piece);
      }
      left -= length;
      return ok(Buffer.concat(pieces));
    } catch {
      return err({ kind: "damaged" }); // A broken or lying deflate stream.
    }
  };
  return { names: [...entries.keys()], read };
}
