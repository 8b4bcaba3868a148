import { describe, expect, test } from "vitest";
import type { Actor, Role } from "#lib/domain/role.ts";
import { roles } from "#lib/domain/role.ts";
import { actions, can } from "#lib/policy/can.ts";

const deskId = "0193a000-0000-7000-8000-000000000001";
const actorOf = (role: Role): Actor => ({ deskId, memberId: "m", userId: "u", name: "N", role });

/** The whole table: what each role may do, over what the role before may. */
const adds: Record<Role, readonly string[]> = {
  viewer: [
    "article.read",
    "claim.read",
    "desk.read",
    "member.read",
    "report.export",
    "source.read",
    "capture.read",
    "notice.read",
    "thread.read",
    "filter.keep",
    "live.read",
  ],
  checker: [
    "article.edit",
    "article.import",
    "article.version",
    "claim.edit",
    "claim.mark",
    "claim.place",
    "claim.take",
    "claim.withdraw",
    "evidence.link",
    "verdict.propose",
    "source.edit",
    "capture.make",
    "watch.manage",
    "reply.ask",
    "second.give",
    "claim.split",
    "claim.merge",
    "claim.relate",
    "thread.write",
    "filter.share",
    "wording.answer",
  ],
  editor: [
    "claim.assign",
    "verdict.review",
    "source.merge",
    "gate.override",
    "verdict.stand",
    "second.ask",
    "second.adjudicate",
    "agreement.read",
    "outside.invite",
    "work.reassign",
    "report.plan",
    "report.publish",
    "report.open",
    "report.share",
  ],
  admin: ["audit.read", "desk.manage", "member.manage", "job.read", "job.retry", "scale.manage", "key.manage"],
};

describe("every role and every action", () => {
  test.each(roles)("%s", (role) => {
    const expected = roles.slice(0, roles.indexOf(role) + 1).flatMap((each) => adds[each]);
    const permitted = actions.filter((action) => can(actorOf(role), action, { deskId }));
    expect([...permitted].sort()).toEqual([...expected].sort());
  });

  test("nobody may do anything to another desk's row", () => {
    for (const action of actions) {
      expect(can(actorOf("admin"), action, { deskId: "0193a000-0000-7000-8000-000000000002" }), action).toBe(false);
    }
  });

  test("checkers review each other only where the desk says so", () => {
    expect(can(actorOf("checker"), "verdict.review", { deskId, checkersMayReview: true })).toBe(true);
    expect(can(actorOf("checker"), "verdict.review", { deskId, checkersMayReview: false })).toBe(false);
    expect(can(actorOf("viewer"), "verdict.review", { deskId, checkersMayReview: true })).toBe(false);
  });
});
