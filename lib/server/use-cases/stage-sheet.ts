import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { readSheet } from "#lib/formats/sheets/read-sheet.ts";
import { sheetProblemSentence } from "#lib/formats/sheets/sheet-problem.ts";
import { permit } from "#lib/policy/permit.ts";
import type { StageSheet } from "#lib/schemas/sheet.ts";
import type { Context } from "#lib/server/context.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { keepSheet, stagedSheet } from "#lib/server/repositories/staged-sheets.ts";

/**
 * Reads a fact-check sheet and keeps its cells for whoever uploaded it, to name its columns. Nothing of the desk's
 * changes. A file that cannot be read is a sentence at its field.
 */
export async function stageSheet(
  { actor, db, now }: Context,
  { id, articleId, bytes, fileName }: StageSheet,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const article = permit(actor, "claim.mark", await articleById(db, deskId, articleId));
  if (!article.ok) return article;
  const sent = await stagedSheet(db, { deskId, memberId, id });
  if (sent !== null && sent.articleId !== articleId) return notFound();
  if (bytes.byteLength === 0) return invalid({ file: "Choose a file that is not empty." });
  const read = await readSheet(bytes, fileName);
  if (!read.ok) return invalid({ file: sheetProblemSentence(read.error) });
  await keepSheet(db, { deskId, memberId, id }, { articleId, fileName, sheets: read.value.sheets }, now);
  return ok({ id });
}
