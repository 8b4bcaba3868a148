import "server-only";
import type { Block } from "#lib/domain/block.ts";
import { hasStandingVerdict } from "#lib/domain/claim.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { conflict, notFound, refused } from "#lib/domain/failure.ts";
import { passageLocator } from "#lib/domain/passage-locator.ts";
import { longestPassage, passagePlace } from "#lib/domain/passage-place.ts";
import { ok } from "#lib/domain/result.ts";
import { checkSpan, type Span } from "#lib/domain/span.ts";
import type { AttachCapture } from "#lib/schemas/capture.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { bindEvidence } from "#lib/server/repositories/bound-evidence.ts";
import { sourceFamily } from "#lib/server/repositories/captured-sources.ts";
import { captureById, captureText } from "#lib/server/repositories/captures.ts";
import { noteBasisChange } from "#lib/server/repositories/claims.ts";
import { evidenceById } from "#lib/server/repositories/evidence.ts";
import { claimToChange } from "#lib/server/use-cases/claim-to-change.ts";
import { noteStaleness } from "#lib/server/use-cases/note-staleness.ts";

type Evidence = NonNullable<Awaited<ReturnType<typeof evidenceById>>>;

/** What evidence is bound to: words of the copy, or the whole of it. */
type Passage = {
  readonly passage: string;
  readonly locator: string;
  readonly passageStart: number | null;
  readonly passageEnd: number | null;
};

/**
 * Binds evidence to a copy of its source: to the words selected in it, which become its passage, or to the place where
 * its passage stands under the typographic fold. A copy that replaced this one changes nothing of that. A verdict that
 * stands goes stale, so that has to be wanted. Bound as it is already, nothing happens.
 */
export async function attachCapture(context: Context, input: AttachCapture): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const { deskId, memberId } = actor;
  const found = await evidenceById(db, deskId, input.id);
  if (found === null) return notFound();
  return await inTransaction(db, async (tx) => {
    const loaded = await claimToChange(tx, actor, { action: "evidence.link", claimId: found.claimId });
    if (!loaded.ok) return loaded;
    const claim = loaded.value;
    const evidence = await evidenceById(tx, deskId, input.id);
    if (evidence === null) return notFound();
    if (claim.state === "withdrawn") return refused("claim-withdrawn");
    if (evidence.removedAt !== null) return refused("evidence-removed");
    if (input.rowVersion !== undefined && input.rowVersion !== evidence.rowVersion) return outrun(evidence);
    const passage = await passageIn(tx, evidence, input);
    if (!passage.ok) return passage;
    const to = { captureId: input.captureId, ...passage.value };
    if (isBound(evidence, to)) return ok({ id: evidence.id });
    if (hasStandingVerdict(claim.state) && !input.staleIsFine) return refused("verdict-stands");

    const key = { deskId, id: evidence.id, rowVersion: evidence.rowVersion };
    if (!(await bindEvidence(tx, key, { ...to, editedById: memberId, updatedAt: now }))) return outrun(evidence);
    await noteBasisChange(tx, deskId, claim.id, now);
    const source = evidence.source.title || evidence.source.address;
    const about = { subjectId: evidence.id, articleId: claim.articleId, claimId: claim.id };
    const details = { source, capture: input.captureId, passage: to.passage };
    await appendAudit(
      tx,
      { deskId, actorId: memberId, now },
      { action: "evidence.capture", ...about, details: { ...details, locator: to.locator } },
    );
    await noteStaleness(tx, context, claim);
    return ok({ id: evidence.id });
  });
}

function outrun({ passage, locator, rowVersion }: Evidence) {
  return conflict({ passage, locator, rowVersion: String(rowVersion) });
}

function isBound(evidence: Evidence, to: Passage & { readonly captureId: string }): boolean {
  const keys = ["captureId", "passage", "locator", "passageStart", "passageEnd"] as const;
  return keys.every((key) => evidence[key] === to[key]);
}

async function passageIn(tx: Tx, evidence: Evidence, input: AttachCapture): Promise<Outcome<Passage>> {
  const { deskId, passage, locator } = evidence;
  const capture = await captureById(tx, deskId, input.captureId);
  if (capture === null) return refused("capture-unknown");
  const { ids } = await sourceFamily(tx, evidence.source);
  if (!ids.includes(capture.sourceId)) return refused("capture-of-another-source");
  const said = await captureText(tx, deskId, capture.id);
  const { text, blocks } = said ?? { text: "", blocks: [] };
  if (input.start !== undefined && input.end !== undefined) {
    return selected(text, blocks, { span: { start: input.start, end: input.end }, locator });
  }
  // A copy of which nothing can be read, such as a picture, is relied on as a whole.
  if (passage === "" || text === "") return ok({ passage, locator, passageStart: null, passageEnd: null });
  const span = passagePlace(text, passage);
  if (span === null) return refused("passage-not-in-capture");
  const at = locator === "" ? passageLocator(text, blocks, span).slice(0, 300) : locator;
  return ok({ passage, locator: at, passageStart: span.start, passageEnd: span.end });
}

function selected(
  text: string,
  blocks: readonly Block[],
  { span, locator }: { readonly span: Span; readonly locator: string },
): Outcome<Passage> {
  if (!checkSpan(text, blocks, span).ok || span.end - span.start > longestPassage) return refused("passage-outside");
  const passage = text.slice(span.start, span.end);
  const at = passageLocator(text, blocks, span) || locator;
  return ok({ passage, locator: at.slice(0, 300), passageStart: span.start, passageEnd: span.end });
}
