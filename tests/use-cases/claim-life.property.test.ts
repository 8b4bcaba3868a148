import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { doSomething, goodLife, steps } from "#tests/support/life/act.ts";
import { wrongs } from "#tests/support/life/laws.ts";
import { makeWorld } from "#tests/support/life/world.ts";

// Random sequences of what anybody on a desk can do to a claim, on a real Postgres. After each step the state of every
// claim is held against what product.md forbids. `STET_LIVES` runs more of them.

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

const lives = Number(process.env.STET_LIVES ?? 12);

test("no sequence of actions by anybody leads to a state that is forbidden", {
  timeout: 120_000 + lives * 10_000,
}, async () => {
  const told = new Map<string, number>();
  const life = fc.asyncProperty(fc.array(steps, { minLength: 20, maxLength: 40 }), async (sequence) => {
    const world = await makeWorld(fresh.db);
    const done: string[] = [];
    for (const step of sequence) {
      const before = await world.states();
      const end = await doSomething(world, step);
      done.push(`${step.who} ${step.what}: ${end}`);
      told.set(`${step.what} ${end === "ok"}`, (told.get(`${step.what} ${end === "ok"}`) ?? 0) + 1);
      expect(await wrongs(world, { before, isRefused: end !== "ok" }), done.join("\n")).toEqual([]);
    }
    expect(await verifyAudit(fresh.db, world.desk.deskId)).toMatchObject({ problems: [] });
  });
  await fc.assert(life, { numRuns: lives, endOnFailure: true, examples: [[[...goodLife]]] });
  // Each kind of step has to have gone well at times, or this test shows nothing about it.
  for (const what of ["write", "link", "propose", "approve", "return", "version", "withdraw", "restore"]) {
    expect(told.get(`${what} true`) ?? 0, what).toBeGreaterThan(0);
  }
});
