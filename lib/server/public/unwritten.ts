import "server-only";
import { type EditionFormat, editionLayout, type SignedEdition } from "#lib/domain/edition.ts";
import { whyUnwritten } from "#lib/formats/edition/why-unwritten.ts";
import { log } from "#lib/server/log.ts";
import { type Ready, ready } from "#lib/server/public/answer.ts";
import { editionFile } from "#lib/server/public/edition-file.ts";
import type { FrozenReport } from "#lib/server/queries/frozen-report.ts";

type Failure = { readonly why: string; readonly until: number };
type Written<Made> = { readonly ok: true; readonly made: Made } | { readonly ok: false; readonly why: string };

/** What failed, by edition, format and layout: anybody may ask again and again, and a try can cost minutes. */
const failures = new Map<string, Failure>();
const rememberedFor = 10 * 60_000;
const mostFailures = 500;

/**
 * What `write` makes of an edition in one of its formats; where that fails, why, in a sentence, and it is not tried again
 * for ten minutes. The edition and all its other formats stay as they are.
 */
export async function writtenOrWhy<Made>(
  { edition, proof, layout }: SignedEdition,
  format: EditionFormat,
  write: () => Promise<Made>,
): Promise<Written<Made>> {
  const key = `${proof.digest}/${format}/${layout ?? editionLayout}`;
  const known = failures.get(key);
  if (known !== undefined && Date.now() < known.until) return { ok: false, why: known.why };
  try {
    return { ok: true, made: await write() };
  } catch (error) {
    log(`edition ${edition.id} as ${format}`, error);
    const why = await whyUnwritten(format, error);
    remember(key, { why, until: Date.now() + rememberedFor });
    return { ok: false, why };
  }
}

/** The edition as a file of the public pages; why not, as 500. */
export async function fileOrWhy(report: FrozenReport, format: EditionFormat): Promise<Ready | null> {
  const { signed, digest } = report;
  const written = await writtenOrWhy(signed, format, () => editionFile(report, format));
  if (written.ok) return written.made;
  const content = `${written.why}\n`;
  return { ...ready({ content, type: "text/plain; charset=utf-8", digest, isIndexed: false }), status: 500 };
}

/** The oldest goes first. */
function remember(key: string, failure: Failure): void {
  failures.delete(key);
  failures.set(key, failure);
  const [oldest] = failures.keys();
  if (oldest !== undefined && failures.size > mostFailures) failures.delete(oldest);
}
