import "server-only";
import type { EditionFormat } from "#lib/domain/edition.ts";
import { fileHeaders, type Ready, ready } from "#lib/server/public/answer.ts";
import { byteCache } from "#lib/server/public/byte-cache.ts";
import type { FrozenReport } from "#lib/server/queries/frozen-report.ts";
import { writeApart } from "#lib/server/writing-threads.ts";

const mostFiles = 64 * 1024 * 1024;
const kept = byteCache<Ready>(mostFiles);

/** The edition in one of its formats. The same edition gives the same bytes, so a file is made once for its digest. */
export async function editionFile({ signed, digest }: FrozenReport, format: EditionFormat): Promise<Ready | null> {
  return await kept(`${digest}/${format}`, async () => {
    const { bytes, type, fileName } = await writeApart(signed, format);
    const name = fileName.normalize("NFKD").replace(/[^A-Za-z0-9._-]+/g, "") || "report";
    return ready({ content: bytes, type, digest, isIndexed: false, headers: fileHeaders(name) });
  });
}
