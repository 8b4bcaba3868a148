import { afterAll, beforeAll, expect, test } from "vitest";
import { claimStates } from "#lib/domain/claim.ts";
import { defaultPolicy } from "#lib/domain/gate.ts";
import { passageLocator } from "#lib/domain/passage-locator.ts";
import { standsAt } from "#lib/domain/passage-place.ts";
import type { Actor } from "#lib/domain/role.ts";
import type { ClaimView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { defaultFetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { gatesPage } from "#lib/server/queries/gates-page.ts";
import { memberActor } from "#lib/server/queries/member-actor.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { verifyEveryAudit } from "#lib/server/queries/verify-audit.ts";
import { captureText } from "#lib/server/repositories/captures.ts";
import { createSampleDesk } from "#prisma/sample/create-sample-desk.ts";
import { countClaimsByState } from "#tests/support/count-claims.ts";
import { good, testBlobs } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const now = new Date();
let fresh: Fresh;
let ines: Context;
let people: Awaited<ReturnType<typeof createSampleDesk>>;
const claims: ClaimView[] = [];

beforeAll(async () => {
  fresh = await freshDatabase();
  const { db } = fresh;
  people = await createSampleDesk({ db, blobs: testBlobs }, now);
  const { deskId, id: memberId } = await db.member.findFirstOrThrow({ where: { name: "Ines Okoro" } });
  const actor: Actor | null = await memberActor({ db, now }, { deskId, memberId });
  if (actor === null) throw new Error("Ines is not there.");
  ines = { actor, db, now, fetchPolicy: defaultFetchPolicy, blobs: testBlobs };
  for (const { id } of await db.claim.findMany()) claims.push(good(await claimPage(ines, id)));
});
afterAll(() => fresh.close());

const evidence = () => claims.flatMap((claim) => claim.evidence);

test("the sample desk is made by its people's own work, and shows every state of a claim", async () => {
  expect(people.map((person) => person.role).sort()).toEqual(["admin", "checker", "checker", "editor", "editor"]);
  const counts = await countClaimsByState(fresh.db);
  for (const state of claimStates.filter((known) => known !== "published"))
    expect(counts.get(state), state).toBeGreaterThan(0);
  const [check] = await verifyEveryAudit(fresh.db);
  expect(check?.problems).toEqual([]);
  expect(check?.entries).toBeGreaterThan(100);
});

test("passages stand where their kept copies say, and the bytes are in the store", async () => {
  const bound = evidence().flatMap(({ capture, ...item }) => (capture === null ? [] : [{ ...item, capture }]));
  expect(bound.length).toBeGreaterThan(20);
  expect(bound.length).toBeLessThan(evidence().length);
  for (const { capture, passage, locator, context } of bound) {
    const said = await captureText(fresh.db, ines.actor.deskId, capture.id);
    const span = capture.span ?? { start: 0, end: 0 };
    expect(standsAt(said?.text ?? "", span, passage), passage).toBe(true);
    expect(context, passage).not.toBeNull();
    const place = passageLocator(said?.text ?? "", said?.blocks ?? [], span);
    if (place !== "") expect([place, "p. 31, table 2"]).toContain(locator);
    expect(await testBlobs.get(capture.sha256)).toBeInstanceOf(Uint8Array);
  }
  expect(bound.map(({ locator }) => locator)).toEqual(expect.arrayContaining(["table row 4, cell 2", "00:12:41"]));
});

test("a verdict rests on what is bound to it: only those whose story says so are stale", () => {
  const stale = claims.filter((claim) => claim.state === "stale").map(({ staleReason }) => staleReason);
  expect(stale.sort()).toEqual(["evidence", "evidence", "statement"]);
  for (const claim of claims) {
    if (claim.state === "approved" || claim.state === "proposed")
      expect(claim.changedSince, claim.fields.statement).toEqual([]);
  }
});

test("a calculation adds up and one does not; a source is confidential, where it is taken over too; two pieces have one origin", () => {
  const steps = evidence().flatMap((item) => item.calculation);
  expect(steps.filter((step) => step.problem === null).length).toBeGreaterThan(4);
  const wrong = claims.filter((claim) => claim.evidence.some((item) => item.calculation.some((step) => step.problem)));
  expect(wrong.map((claim) => claim.state)).toEqual(["progress"]);
  expect(evidence().filter((item) => item.confidential && item.publicAs !== "")).toHaveLength(2);
  expect(evidence().filter((item) => item.originLabel !== null)).toHaveLength(2);
});

test("a passage changed at its source and a reply is overdue, and Ines is told of both", async () => {
  const changed = evidence().filter((item) => item.watch?.passage === "changed");
  expect(changed.map((item) => item.watch?.now)).toEqual([expect.stringContaining("1.5 million")]);
  expect(changed[0]?.capture).not.toBeNull();
  const standings = claims.flatMap((claim) => claim.replies.map((reply) => reply.standing));
  expect(standings.sort()).toEqual(["answered", "overdue"]);
  const { notices } = good(await noticesPage(ines, { after: null }));
  const told = notices.map(({ kind, isRead }) => `${kind} ${isRead}`);
  expect(told).toEqual(expect.arrayContaining(["reply-overdue false", "passage-changed false"]));
});

test("review shows itself: wording suggested, verdicts that disagree, discussions, one verdict at two places", async () => {
  const returned = claims.filter((claim) => claim.state === "returned");
  const suggested = returned.flatMap((claim) => claim.revisions[0]?.reviews.map((review) => review.suggestion) ?? []);
  expect(suggested).toContainEqual(expect.objectContaining({ suggestedWording: expect.stringContaining("prices") }));
  const seconds = claims.flatMap((claim) => claim.seconds.map((second) => second.given));
  expect(seconds).toMatchObject([{ agrees: false, settled: null, rating: { label: "True" } }]);
  const threads = claims.flatMap((claim) => claim.threads.map((thread) => thread.resolved === null));
  expect(threads.sort()).toEqual([false, true]);
  const shared = claims.filter((claim) => claim.relations.some((relation) => relation.isShared));
  expect(shared.map((claim) => claim.quote.quote)).toEqual([expect.stringMatching(/^medication errors/)]);
});

test("the gates are the usual ones, one was overridden, two sources are merged, and no job waits", async () => {
  const { origins, modes } = good(await gatesPage({ ...ines, actor: { ...ines.actor, role: "admin" } }));
  expect({ origins, modes }).toEqual(defaultPolicy);
  const overridden = await fresh.db.gateOverride.findMany();
  expect(overridden.map(({ claimId }) => claims.find(({ id }) => id === claimId)?.state)).toEqual(["approved"]);
  expect(await fresh.db.source.count({ where: { mergedIntoId: { not: null } } })).toBe(1);
  expect(await fresh.db.$queryRaw`SELECT name FROM jobs.job_common WHERE data->>'deskId' IS NOT NULL`).toEqual([]);
});
