import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { moreEvidence } from "#lib/server/queries/more-evidence.ts";
import { reusableEvidence } from "#lib/server/queries/reusable-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { orderEvidence } from "#lib/server/use-cases/order-evidence.ts";
import { reuseEvidence } from "#lib/server/use-cases/reuse-evidence.ts";
import { settleOrigin } from "#lib/server/use-cases/settle-origin.ts";
import {
  addEvidence,
  evidenceInput,
  good,
  makeDesk,
  proposedClaim,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { keepCopy } from "#tests/support/kept-copy.ts";

let fresh: Fresh;
let desk: TestDesk;
let intruder: Context;
let theirs: { claimId: string; ids: [string, string]; captureId: string };
let own: { claimId: string; ids: [string, string] };

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  const claim = await proposedClaim(desk);
  const ids: [string, string] = [
    claim.evidenceId,
    await addEvidence(desk.as("checker"), claim.claimId, "Theirs alone"),
  ];
  const sourceId = good(await claimPage(desk.as("checker"), claim.claimId)).evidence[0]?.source.id ?? "";
  const captureId = await keepCopy(desk.as("checker"), { sourceId, text: "Theirs alone" });
  theirs = { claimId: claim.claimId, ids, captureId };
  const other = await makeDesk(fresh.db);
  const mine = await proposedClaim(other);
  intruder = other.as("admin");
  own = { claimId: mine.claimId, ids: [mine.evidenceId, await addEvidence(intruder, mine.claimId, "Own")] };
});
afterAll(() => fresh.close());

describe("another desk's evidence is not there", () => {
  const swap = ([a, b]: [string, string]) => ({ ids: [b, a], was: [a, b] });
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    orderEvidence: () => orderEvidence(intruder, { claimId: theirs.claimId, ...swap(theirs.ids) }),
    moreEvidence: () => moreEvidence(intruder, { claimId: theirs.claimId, skip: 0 }),
    reusableEvidence: () => reusableEvidence(intruder, { claimId: theirs.claimId, words: "" }),
    reuseEvidence: () =>
      reuseEvidence(intruder, { id: uuidv7(), claimId: own.claimId, from: theirs.ids[0], stance: "supports" }),
    "reuseEvidence, for their claim": () =>
      reuseEvidence(intruder, { id: uuidv7(), claimId: theirs.claimId, from: own.ids[0], stance: "supports" }),
    settleOrigin: () =>
      settleOrigin(intruder, { claimId: own.claimId, id: own.ids[0], otherId: theirs.ids[0], answer: "same" }),
    "settleOrigin, of their claim": () =>
      settleOrigin(intruder, { claimId: theirs.claimId, id: theirs.ids[0], otherId: theirs.ids[1], answer: "same" }),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("nor can it be ordered among one's own, or their copy be quoted", async () => {
    const mixed: [string, string] = [own.ids[0], theirs.ids[0]];
    expect(refusal(await orderEvidence(intruder, { claimId: own.claimId, ...swap(mixed) }))).toBe("conflict");
    const quoted = { ...evidenceInput(own.claimId, "Theirs alone"), captureId: theirs.captureId };
    const sourceId = good(await claimPage(intruder, own.claimId)).evidence[0]?.source.id ?? "";
    expect(refusal(await linkEvidence(intruder, { ...quoted, sourceId }))).toBe("capture-unknown");
  });

  test("no search finds it", async () => {
    for (const words of ["Theirs alone", "boats", "accounts", ""]) {
      const found = good(await reusableEvidence(intruder, { claimId: own.claimId, words }));
      expect(found.map((piece) => piece.id)).not.toContain(theirs.ids[0]);
      expect(found.map((piece) => piece.id)).not.toContain(theirs.ids[1]);
    }
  });
});

describe("the desk's own evidence is found again", () => {
  test("by words of its passage, its source and its claim, not for the claim it is on", async () => {
    const second = await proposedClaim(desk, undefined, "carried 212 passengers");
    for (const words of ["theirs ALONE", "annual acc", "million crowns", "' | & !:* theirs"]) {
      const found = good(await reusableEvidence(desk.as("checker"), { claimId: second.claimId, words }));
      expect(found.map((piece) => piece.id)).toContain(theirs.ids[1]);
      expect(found.map((piece) => piece.id)).not.toContain(second.evidenceId);
    }
    expect(good(await reusableEvidence(desk.as("checker"), { claimId: second.claimId, words: "nowhere" }))).toEqual([]);
    expect(good(await reusableEvidence(desk.as("viewer"), { claimId: theirs.claimId, words: "" })).length).toBe(1);
  });
});
