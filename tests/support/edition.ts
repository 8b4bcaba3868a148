import { uuidv7 } from "uuidv7";
import type { EditionChange, SignedEdition } from "#lib/domain/edition.ts";
import { publicPath } from "#lib/domain/publication.ts";
import type { Report } from "#lib/domain/report.ts";
import { privateKeyOf, publicHalf } from "#lib/formats/proof/ed25519.ts";
import { sign } from "#lib/formats/proof/sign.ts";
import type { Context } from "#lib/server/context.ts";
import { insertEdition } from "#lib/server/repositories/editions.ts";
import { newestEdition } from "#lib/server/repositories/frozen-editions.ts";
import { insertSigningKey, presentKey } from "#lib/server/repositories/signing-keys.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { someEdition, someKey } from "#tests/formats/edition-fixture.ts";
import { good, makeArticle } from "#tests/support/desk.ts";

export type Published = {
  readonly articleId: string;
  readonly claimIds: readonly string[];
  readonly signed: SignedEdition;
};

/** A first edition of the sample report under an article of the desk's own, as an editor published it. */
export async function publishedSample(
  editor: Context,
  { base = "https://desk.example", change = (report: Report) => report } = {},
): Promise<Published> {
  const article = await makeArticle(editor);
  const { report } = someEdition();
  const own = { ...report.article, id: article.id, versionId: article.version.id };
  // Claims of their own, as no two articles have the same ones.
  const claims = report.claims.map((claim) => ({ ...claim, id: uuidv7() }));
  return await nextEdition(editor, change({ ...report, article: own, claims }), { base, change: null });
}

/** The next edition of the report's article, with a key of the desk that is made when there is none. */
export async function nextEdition(
  { actor, db, now }: Context,
  report: Report,
  { base = "https://desk.example", change }: { readonly base?: string; readonly change: EditionChange | null },
): Promise<Published> {
  const { deskId, memberId } = actor;
  const articleId = report.article.id;
  const { privateKey } = someKey;
  if (!(privateKey instanceof Uint8Array)) throw new Error("The key of the tests is its seed.");
  const known = await presentKey(db, deskId);
  const keyId = known?.id ?? uuidv7();
  if (known === null) {
    const publicKey = publicHalf(privateKeyOf(privateKey));
    await insertSigningKey(db, { deskId, id: keyId, publicKey, sealedKey: "of a test", createdById: memberId }, now);
  }
  const number = ((await newestEdition(db, { deskId, articleId }))?.number ?? 0) + 1;
  const status = change?.kind === "withdrawal" ? ("withdrawn" as const) : ("published" as const);
  const plain = someEdition({ ...report, status }, { id: uuidv7(), number, change, publishedAt: now.toISOString() });
  const desk = { ...plain.desk, id: deskId };
  const address = `${base}${publicPath(articleId, number)}`;
  const signed = sign({ ...plain, desk, address }, { keyId, privateKey });
  await insertEdition(db, { signed, publishedById: memberId, publishedAt: now });
  return { articleId, claimIds: report.claims.map(({ id }) => id), signed };
}

/** Opens the article's editions to the public, with pages of claims; `change` says otherwise. */
export async function openedReport(
  editor: Context,
  articleId: string,
  change: Partial<Parameters<typeof openReport>[1]> = {},
): Promise<number> {
  const all = { isPublic: true, isIndexed: true, hasClaimPages: true, embargoUntil: null, rowVersion: 0 };
  return good(await openReport(editor, { articleId, ...all, ...change })).rowVersion;
}
