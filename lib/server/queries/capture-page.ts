import "server-only";
import type { CapturePageView, QuotedPassage } from "#lib/domain/capture-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { Context } from "#lib/server/context.ts";
import { keptBytes } from "#lib/server/queries/capture-bytes.ts";
import { captureView } from "#lib/server/queries/capture-view.ts";
import { sourceView } from "#lib/server/queries/claim-parts.ts";
import { sourceFamily, sourceRow } from "#lib/server/repositories/captured-sources.ts";
import { captureAnswer, captureById, captureText, newerCapture, quotedIn } from "#lib/server/repositories/captures.ts";

const mostQuoted = 500;

/**
 * A kept copy, to be read and quoted from, with the source that it counts for now. Looks at its bytes each time: what
 * they became since is said and not passed over.
 */
export async function capturePage({ actor, blobs, db }: Context, captureId: string): Promise<Outcome<CapturePageView>> {
  const { deskId } = actor;
  const loaded = permit(actor, "capture.read", await captureById(db, deskId, captureId));
  if (!loaded.ok) return loaded;
  const row = loaded.value;
  const own = await sourceRow(db, deskId, row.sourceId);
  if (own === null) return notFound();
  const { headId } = await sourceFamily(db, own);
  const source = headId === own.id ? own : await sourceRow(db, deskId, headId);
  const said = await captureText(db, deskId, captureId);
  const answer = await captureAnswer(db, deskId, captureId);
  if (source === null || said === null || answer === null) return notFound();
  const quoted = await quotedIn(db, deskId, { captureId, take: mostQuoted });
  const newer = await newerCapture(db, row);
  const bytes = await keptBytes(blobs, row.sha256);
  return ok({
    ...captureView(row),
    source: sourceView(source),
    text: said.text,
    blocks: said.blocks,
    bytes: typeof bytes === "string" ? bytes : "whole",
    quoted: quoted.flatMap(quotedPassage),
    newer: newer === null ? null : { id: newer.id, obtainedAt: newer.obtainedAt.toISOString() },
    redirects: answer.redirects.map(({ address }) => address),
    status: row.status,
    mayQuote: said.text !== "" && can(actor, "evidence.link", row),
  });
}

function quotedPassage(row: Awaited<ReturnType<typeof quotedIn>>[number]): QuotedPassage[] {
  const { id, stance, claim, passageStart: start, passageEnd: end } = row;
  if (start === null || end === null) return [];
  const { id: claimId, articleId, number: claimNumber } = claim;
  return [{ evidenceId: id, claimId, articleId, claimNumber, stance, start, end }];
}
