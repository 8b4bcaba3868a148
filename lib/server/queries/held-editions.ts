import "server-only";
import type { HeldEdition } from "#lib/domain/publication.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { byteCache } from "#lib/server/public/byte-cache.ts";
import { confidentialEvidence, editionsNaming } from "#lib/server/repositories/held-editions.ts";

type ArticleKey = { readonly deskId: string; readonly articleId: string };
type Asked = ArticleKey & {
  readonly newest: number;
  /** The ids of the article's evidence whose source is confidential at this moment. */
  readonly confidential: readonly string[];
};

const mostHeld = 4 * 1024 * 1024;
const known = byteCache<{ readonly numbers: readonly number[]; readonly size: number }>(mostHeld);

/**
 * The numbers of the editions that nobody outside reads, since they name a source that is confidential now. What an
 * edition names never changes, so it is looked up once for the newest edition and the confidential evidence.
 */
export async function heldBack({ db }: Pick<Context, "db">, asked: Asked): Promise<readonly number[]> {
  const { deskId, articleId, newest, confidential } = asked;
  if (confidential.length === 0) return [];
  const key = `${deskId}/${articleId}/${newest}/${sha256Hex(confidential.toSorted().join())}`;
  const found = await known(key, async () => {
    const rows = await editionsNaming(db, asked, confidential);
    const numbers = [...new Set(rows.map(({ edition }) => edition))];
    return { numbers, size: 300 + 16 * numbers.length };
  });
  if (found === null) throw new Error("Nobody knows which editions are held back.");
  return found.numbers;
}

/** The same with the claims whose source it is, as the desk hears it. */
export async function heldEditions(tx: Tx, { deskId, articleId }: ArticleKey): Promise<readonly HeldEdition[]> {
  const confidential = await confidentialEvidence(tx, deskId, [articleId]);
  const ids = confidential.map(({ id }) => id);
  const rows = await editionsNaming(tx, { deskId, articleId }, ids);
  const byEdition = Map.groupBy(rows, ({ edition }) => edition);
  return [...byEdition].map(([number, found]) => ({ number, claims: found.map(({ claim }) => claim) }));
}
