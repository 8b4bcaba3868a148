import "server-only";
import { isUnderEmbargo } from "#lib/domain/publication.ts";
import type { ReportRow } from "#lib/domain/report-row.ts";
import { can } from "#lib/policy/can.ts";
import { readCursor, writtenCursor } from "#lib/schemas/change-cursor.ts";
import type { Context } from "#lib/server/context.ts";
import { reportRows } from "#lib/server/repositories/report-rows.ts";
import { blindClaims } from "#lib/server/repositories/second-verdicts.ts";

const pageSize = 50;

type ReportList = { readonly rows: readonly ReportRow[]; readonly next: string | null };

/**
 * The reports of the desk's articles, the latest changed first, 50 a page; `next` is the cursor of the page after. Of
 * editions that print a claim on which the reader owes a second verdict nothing is said.
 */
export async function reportList({ actor, db, now }: Context, asked: { before: string | null }): Promise<ReportList> {
  if (!can(actor, "desk.read", actor)) return { rows: [], next: null };
  const blind = await blindClaims(db, actor);
  const found = await reportRows(db, actor.deskId, { before: readCursor(asked.before), take: pageSize + 1, blind });
  const page = found.slice(0, pageSize);
  const last = found.length > pageSize ? page.at(-1) : undefined;
  const next = last === undefined ? null : writtenCursor({ ...last, id: last.articleId });
  return { rows: page.map((row) => rowOf(row, now)), next };
}

function rowOf(row: Awaited<ReturnType<typeof reportRows>>[number], now: Date): ReportRow {
  const { articleId, title, claims, signedOff, id, number, publishedAt, isWithdrawal, isPublic, embargoUntil } = row;
  const isHeld = isUnderEmbargo(embargoUntil, now);
  return {
    ...{ articleId, title, claims, signedOff },
    newest:
      id === null || number === null || publishedAt === null
        ? null
        : { id, number, publishedAt: publishedAt.toISOString(), isWithdrawal: isWithdrawal === true },
    openness: isPublic !== true ? "desk" : isHeld ? "embargo" : "public",
    embargoUntil: isPublic === true && isHeld ? (embargoUntil?.toISOString() ?? null) : null,
  };
}
