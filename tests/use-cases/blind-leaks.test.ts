import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { noticesPage } from "#lib/server/queries/notices-page.ts";
import { tell } from "#lib/server/repositories/notices.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { openReport } from "#lib/server/use-cases/open-report.ts";
import { overrideGate } from "#lib/server/use-cases/override-gate.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { readNotices } from "#lib/server/use-cases/read-notices.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { shareReport } from "#lib/server/use-cases/share-report.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { everythingRead, normalised } from "#tests/support/blind-reading.ts";
import { blindScenes, blindWorld, marker, type World } from "#tests/support/blind-worlds.ts";
import { evidenceInput, good, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

describe.each(blindScenes)("a first verdict that is %s", (scene) => {
  let world: World;
  let twin: World;
  beforeAll(async () => {
    const edited = scene === "stale" || scene === "proposed-again";
    world = await blindWorld(fresh.db, scene, edited);
    twin = await blindWorld(fresh.db, null, edited);
  });

  test("whoever owes a second verdict reads of the desk what they would if nobody had judged the claim", async () => {
    const [seen, before] = [await everythingRead(world), await everythingRead(twin)];
    expect(normalised(seen)).toEqual(normalised(before));
    expect(JSON.stringify(seen)).not.toContain(marker);
  });

  test("and what they do to it is refused in the same words, whatever the verdict", async () => {
    const { desk, articleId, claimId, evidenceId } = world;
    const reader = desk.as("admin");
    const { ratings, fields } = good(await claimPage(reader, claimId));
    const stored = await fresh.db.verdictRevision.findFirstOrThrow({ where: { claimId } });
    const words = { ratingId: ratings[0]?.id ?? "", rationale: "Mine.", asOf: "2026-05-09", suggestedWording: "" };
    const id = uuidv7();
    const evidence = { ...evidenceInput(claimId), id: evidenceId, rowVersion: 1 };
    const plan = { assigneeId: null, dueAt: null, priority: "high" } as const;
    const gate = { gate: "captured", stage: "approve", revisionId: stored.id, reason: "Because." } as const;
    const vote = { claimId, revisionId: stored.id, decision: "approve", comment: "" } as const;
    const opening = { articleId, isPublic: true, isIndexed: false, hasClaimPages: false, embargoUntil: null };
    for (const rowVersion of [1, 5, 40]) {
      const tried = [
        await proposeVerdict(reader, { id, claimId, rowVersion, ...words }),
        await reviewVerdict(reader, { id, ...vote }),
        await overrideGate(reader, { id, claimId, ...gate }),
        await overrideGate(reader, { id, claimId, ...gate, stage: "propose", revisionId: null }),
        await editClaim(reader, { id: claimId, rowVersion, ...fields, statement: "Other words." }),
        await linkEvidence(reader, { ...evidenceInput(claimId), id }),
        await editEvidence(reader, evidence),
        await assignClaim(reader, { claimId, rowVersion, ...plan }),
        await withdrawClaim(reader, { claimId, rowVersion, reason: "Mine." }),
        await askSecond(reader, { id, claimId, memberId: desk.as("second-checker").actor.memberId }),
        await openReport(reader, { ...opening, rowVersion }),
        await shareReport(reader, { id, articleId, editionId: null, name: "", days: 7 }),
      ];
      expect(tried.map(refusal)).toEqual(tried.map(() => "blind-second"));
    }
  });

  test("nothing about it is told to them but what concerns its evidence", async () => {
    const { desk, claimId } = world;
    const { deskId, memberId } = desk.as("admin").actor;
    const before = good(await noticesPage(desk.as("admin"), { after: null }));
    expect(before.notices.map((notice) => notice.kind)).toEqual(["second-asked", "assigned"].slice(0, before.unread));
    const kinds = ["returned", "approved", "improved", "stale", "second-given", "mention", "passage-gone"] as const;
    await tell(
      fresh.db,
      kinds.map((kind) => ({ deskId, memberId, kind, key: `${kind} x`, claimId, details: {}, at: new Date() })),
    );
    const after = good(await noticesPage(desk.as("admin"), { after: null }));
    expect(after.unread - before.unread).toBe(1);
    expect(after.notices.map((notice) => notice.kind)).toContain("passage-gone");
    expect(after.notices).toHaveLength(before.notices.length + 1);
    good(await readNotices(desk.as("admin"), { id: "" }));
    const held = await fresh.db.notice.findMany({ where: { memberId, claimId, readAt: null } });
    // The discussion of the verdict was told to them too, for the claim is theirs.
    const withheld = ["thread-reply", ...kinds.filter((kind) => kind !== "passage-gone")];
    expect(held.map((notice) => notice.kind).toSorted()).toEqual(withheld.toSorted());
  });
});
