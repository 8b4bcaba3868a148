import "server-only";
import type { SheetPage, SheetView } from "#lib/domain/annotation-sheet.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { cutTo } from "#lib/formats/annotations/annotation-statement.ts";
import { guessColumns, namesColumns } from "#lib/formats/sheets/guess-columns.ts";
import type { Context } from "#lib/server/context.ts";
import { passagesArticle } from "#lib/server/queries/passages-article.ts";
import { type StagedSheet, stagedSheet } from "#lib/server/repositories/staged-sheets.ts";

type Asked = { readonly articleId: string; readonly sheetId: string | null };

/** Where a fact-check sheet comes into an article and, for one of one's own that was read, its first rows and columns. */
export async function sheetPage(context: Context, { articleId, sheetId }: Asked): Promise<Outcome<SheetPage>> {
  const found = await passagesArticle(context, articleId);
  if (!found.ok) return found;
  const { page } = found.value;
  if (sheetId === null) return ok({ ...page, file: null });
  const { actor, db } = context;
  const { deskId, memberId } = actor;
  const staged = await stagedSheet(db, { deskId, memberId, id: sheetId });
  if (staged === null || staged.articleId !== articleId) return notFound();
  return ok({ ...page, file: { sheetId, fileName: staged.fileName, sheets: staged.sheets.map(viewOf) } });
}

const shownRows = 9;
const longestCell = 160;

function viewOf({ name, rows }: StagedSheet["sheets"][number]): SheetView {
  const guesses = guessColumns(rows);
  const first = rows[0] ?? [];
  return {
    name,
    columns: guesses.map((guess, index) => ({ guess, heading: cutTo(longestCell, first[index] ?? "") })),
    rows: rows.slice(0, shownRows).map((row) => guesses.map((_, index) => cutTo(longestCell, row[index] ?? ""))),
    count: rows.length,
    isNamed: namesColumns(rows),
  };
}
