import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { sheetPassages } from "#lib/formats/sheets/sheet-passages.ts";
import { permit } from "#lib/policy/permit.ts";
import type { PlaceSheet } from "#lib/schemas/sheet.ts";
import type { Context } from "#lib/server/context.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { keepAnnotations, stagedAnnotations } from "#lib/server/repositories/staged-annotations.ts";
import { stagedSheet } from "#lib/server/repositories/staged-sheets.ts";

/** Each row is looked for in the text and becomes a claim with its evidence: this many take a few seconds at worst. */
const mostPassages = 2000;

/**
 * Makes of the rows of a staged sheet what can be brought in like annotations, under the same id, with the columns as
 * whoever asks has named them. Done again it replaces what was made before, until that has come in.
 */
export async function placeSheet(
  { actor, db, now }: Context,
  { id, articleId, sheet, named, columns }: PlaceSheet,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const key = { deskId, memberId, id };
  const article = permit(actor, "claim.mark", await articleById(db, deskId, articleId));
  if (!article.ok) return article;
  const file = await stagedSheet(db, key);
  const rows = file?.sheets[sheet]?.rows;
  if (file === null || rows === undefined || file.articleId !== articleId) return notFound();
  const sent = await stagedAnnotations(db, key);
  if (sent !== null && sent.articleId !== articleId) return notFound();
  if (sent !== null && sent.broughtIn !== null) return ok({ id });
  const passages = sheetPassages(rows, { roles: columns, isNamed: named });
  if (passages.length === 0) return invalid({ columns: "No row has a quote or a statement. Choose other columns." });
  if (passages.length > mostPassages) return invalid({ columns: tooMany(passages.length) });
  const { fileName } = file;
  const set = { articleId, fileName, source: null, from: "sheet" as const, versionId: null, passages, broughtIn: null };
  await keepAnnotations(db, key, set, now);
  return ok({ id });
}

function tooMany(count: number): string {
  return `This sheet has ${count.toLocaleString("en")} rows to place. Bring in at most 2,000 at once: split the sheet.`;
}
