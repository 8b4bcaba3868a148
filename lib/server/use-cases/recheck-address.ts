import "server-only";
import { uuidv7 } from "uuidv7";
import type { AuditEvent } from "#lib/domain/audit.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import type { NoticeKind } from "#lib/domain/notice.ts";
import { ok } from "#lib/domain/result.ts";
import { settleLook, type WatchState, watchWords } from "#lib/domain/watch.ts";
import type { SystemContext } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { appendAudits } from "#lib/server/repositories/audit.ts";
import { tell } from "#lib/server/repositories/notices.ts";
import type { StoredWatch, WatchedEvidence } from "#lib/server/repositories/watches.ts";
import {
  evidenceOfWatch,
  insertOutcome,
  lastOutcomes,
  lockWatch,
  peopleOfClaims,
  savePassageState,
  saveWatch,
  watchById,
} from "#lib/server/repositories/watches.ts";
import { type Looked, lookAtAddress } from "#lib/server/use-cases/look-at-address.ts";

type LookContext = Omit<SystemContext, "blobs"> & { readonly signal?: AbortSignal };

/**
 * Looks at a watched address once: keeps the outcome, what is known of the address and of each passage, and tells the
 * people of the claims when a passage or the source is gone or a passage changed. A verdict stays as it is: the copy is
 * the proof. Not found when nobody watches it, or when the look was called off.
 */
export async function recheckAddress(
  context: LookContext,
  id: string,
): Promise<Outcome<{ id: string; state: WatchState }>> {
  const { db, deskId } = context;
  const watch = await watchById(db, { deskId, id });
  if (watch === null || watch.stoppedAt !== null) return notFound();
  const evidence = await evidenceOfWatch(db, watch);
  const began = performance.now();
  const looked = await lookAtAddress(context, watch, evidence);
  if (looked === null) return notFound();
  const tookMs = Math.round(performance.now() - began);
  return await inTransaction(
    db,
    async (tx) => await keepLook(tx, context, { captureId: watch.captureId, id, looked, tookMs, evidence }),
  );
}

type Kept = {
  /** The copy that the look was held against. */
  readonly captureId: string;
  readonly id: string;
  readonly looked: Looked;
  readonly tookMs: number;
  readonly evidence: readonly WatchedEvidence[];
};

async function keepLook(
  tx: Tx,
  { deskId, now }: LookContext,
  { captureId, id, looked, tookMs, evidence: lookedFor }: Kept,
) {
  const watch = await lockWatch(tx, { deskId, id });
  if (watch === null || watch.stoppedAt !== null) return notFound();
  // A fetch takes its time: what was removed, edited or bound to another copy meanwhile was not looked for.
  const before = new Map(lookedFor.map((item) => [item.id, item]));
  const evidence = (await evidenceOfWatch(tx, watch)).filter((item) => isAsLookedFor(item, before.get(item.id)));
  const [previous = null] = await lastOutcomes(tx, watch, 1);
  const { counts, ...settled } = settleLook(watch, looked, { previous, now });
  const { state, status, address, sha256, textDigest, problem } = looked;
  await insertOutcome(tx, {
    deskId,
    id: uuidv7(),
    watchId: id,
    at: now,
    state,
    status,
    address,
    sha256,
    textDigest,
    problem,
    tookMs,
  });
  // Somebody kept a newer copy meanwhile: the next look is held against that one.
  if (watch.captureId !== captureId) return ok({ id, state: watch.state });
  await saveWatch(tx, watch, { ...settled, checkedAt: now });
  const changed = counts ? await keepPassages(tx, { watch, looked, evidence, now }) : [];
  if (settled.state !== watch.state || changed.length > 0) {
    const news = [...changed, ...gone({ before: watch.state, after: settled.state, evidence })];
    await tellPeople(tx, { watch, news, now });
    await noteChange(tx, { watch, state: settled.state, news, now });
  }
  return ok({ id, state: settled.state });
}

function isAsLookedFor(now: WatchedEvidence, then: WatchedEvidence | undefined): boolean {
  return then !== undefined && now.passage === then.passage && now.textDigest === then.textDigest;
}

/** What there is to say about evidence; null where its words are back. */
type News = { readonly item: WatchedEvidence; readonly kind: NoticeKind | null };
type Look = {
  readonly watch: StoredWatch;
  readonly looked: Looked;
  readonly evidence: readonly WatchedEvidence[];
  readonly now: Date;
};

async function keepPassages(tx: Tx, { watch, looked, evidence, now }: Look): Promise<News[]> {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const news: News[] = [];
  for (const { evidenceId, state, now: words } of looked.passages) {
    const item = byId.get(evidenceId);
    if (item === undefined || (item.state === state && item.now === words)) continue;
    await savePassageState(tx, { deskId: watch.deskId, evidenceId, watchId: watch.id, state, now: words, at: now });
    if (item.state === state || (item.state === null && state === "found")) continue;
    news.push({ item, kind: state === "found" ? null : state === "gone" ? "passage-gone" : "passage-changed" });
  }
  return news;
}

function gone(at: { before: WatchState; after: WatchState; evidence: readonly WatchedEvidence[] }): News[] {
  if (at.after !== "gone" || at.before === "gone") return [];
  return at.evidence.map((item) => ({ item, kind: "source-gone" }));
}

type Change = { readonly watch: StoredWatch; readonly news: readonly News[]; readonly now: Date };

/** Each person once for each claim and kind, however many pieces of evidence it is about. */
async function tellPeople(tx: Tx, { watch, news, now }: Change): Promise<void> {
  const { deskId, id } = watch;
  const people = await peopleOfClaims(tx, deskId, [...new Set(news.map(({ item }) => item.claimId))]);
  const notices = news.flatMap(({ item, kind }) => {
    if (kind === null) return [];
    const { claimId, confidential, sourceTitle } = item;
    const details = confidential ? {} : { source: sourceTitle };
    const key = `${kind}:${id}:${claimId}:${now.toISOString()}`;
    const told = people.filter((person) => person.claimId === claimId);
    return told.map(({ memberId }) => ({ deskId, memberId, kind, key, claimId, details, at: now }));
  });
  await tell(tx, notices);
}

async function noteChange(tx: Tx, { watch, state, news, now }: Change & { readonly state: WatchState }): Promise<void> {
  const { deskId, id } = watch;
  const details = { address: watch.address, state: watchWords[state], before: watchWords[watch.state] };
  const claims = new Map(news.map(({ item }) => [item.claimId, item.articleId]));
  const event = { action: "watch.change", subjectId: id, details } satisfies AuditEvent;
  const events = [...claims].map(([claimId, articleId]) => ({ ...event, claimId, articleId }));
  await appendAudits(tx, { deskId, actorId: null, now }, events.length === 0 ? [event] : events);
}
