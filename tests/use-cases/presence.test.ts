import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Hub, openHub } from "#lib/server/live/hub.ts";
import { whoIsHere } from "#lib/server/repositories/presence.ts";
import { tellPresence } from "#lib/server/use-cases/tell-presence.ts";
import { good, makeArticle, makeClaim, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { follow, isHello } from "#tests/support/live.ts";

let fresh: Fresh;
let hub: Hub;
let desk: TestDesk;
let claim: { id: string; articleId: string };

beforeAll(async () => {
  fresh = await freshDatabase();
  hub = openHub({ db: fresh.db, address: fresh.appUrl, secret: "secret", beat: 400 });
  desk = await makeDesk(fresh.db);
  claim = await makeClaim(desk.as("checker"), await makeArticle(desk.as("checker")), "two boats");
});
afterAll(async () => {
  await hub.close();
  await fresh.close();
});

const here = () => whoIsHere(fresh.db, desk.deskId);
const onClaim = (id: string) => ({ id, articleId: claim.articleId, claimId: claim.id, gone: false });
const onArticle = (id: string) => ({ ...onClaim(id), claimId: null });

describe("who is here", () => {
  test("is told when somebody comes, moves and goes", async () => {
    const stream = await follow(hub, desk.as("viewer"));
    await stream.until(isHello);
    const id = uuidv7();
    const last = () => JSON.stringify(stream.heard.filter(({ event }) => event === "presence").at(-1)?.data.here);
    good(await tellPresence(desk.as("editor"), onArticle(id)));
    const { memberId } = desk.as("editor").actor;
    const one = { memberId, name: "editor", articleId: claim.articleId };
    await expect.poll(last).toBe(JSON.stringify([{ ...one, claimId: null }]));
    good(await tellPresence(desk.as("editor"), onClaim(id)));
    await expect.poll(last).toBe(JSON.stringify([{ ...one, claimId: claim.id }]));
    good(await tellPresence(desk.as("editor"), { ...onClaim(id), gone: true }));
    await expect.poll(last).toBe("[]");
    stream.leave();
  });

  test("lapses unless it is said again, by the database's clock, and the streams hear of it", async () => {
    const stream = await follow(hub, desk.as("viewer"));
    const [id, later] = [uuidv7(), uuidv7()];
    // The clock of the process that asks does not matter.
    good(await tellPresence({ ...desk.as("editor"), now: new Date("1999-01-01") }, onClaim(id)));
    const said = () => stream.heard.filter(({ event }) => event === "presence").at(-1)?.data.here;
    await expect.poll(said).toHaveLength(1);
    await fresh.db.presence.updateMany({ where: { id }, data: { seenAt: new Date(Date.now() - 46_000) } });
    await expect.poll(said, { timeout: 10_000 }).toEqual([]);
    good(await tellPresence(desk.as("checker"), onClaim(later)));
    expect(await fresh.db.presence.count({ where: { id } })).toBe(0);
    good(await tellPresence(desk.as("checker"), { ...onClaim(later), gone: true }));
    stream.leave();
  });

  test("a claim alone names its article, a claim of another article is not there", async () => {
    const other = await makeArticle(desk.as("checker"));
    const id = uuidv7();
    good(await tellPresence(desk.as("editor"), { ...onClaim(id), articleId: null }));
    expect(await here()).toMatchObject([{ articleId: claim.articleId, claimId: claim.id }]);
    expect(refusal(await tellPresence(desk.as("editor"), { ...onClaim(id), articleId: other.id }))).toBe("not-found");
    expect(refusal(await tellPresence(desk.as("editor"), { id, articleId: null, claimId: null, gone: false }))).toBe(
      "not-found",
    );
    good(await tellPresence(desk.as("editor"), { ...onClaim(id), gone: true }));
  });

  test("nobody speaks for another's page, and nobody has more than twenty", async () => {
    const id = uuidv7();
    good(await tellPresence(desk.as("editor"), onClaim(id)));
    expect(refusal(await tellPresence(desk.as("viewer"), onArticle(id)))).toBe("not-found");
    good(await tellPresence(desk.as("viewer"), { ...onClaim(id), gone: true }));
    expect(await here()).toMatchObject([{ name: "editor", claimId: claim.id }]);
    for (let count = 0; count < 60; count += 1) good(await tellPresence(desk.as("viewer"), onArticle(uuidv7())));
    const { memberId } = desk.as("viewer").actor;
    expect(await fresh.db.presence.count({ where: { memberId } })).toBe(20);
    expect(await here()).toHaveLength(2);
  });

  test("many at once neither fail nor wait for one another", async () => {
    const people = ["viewer", "checker", "editor", "admin"];
    const all = Array.from({ length: 80 }, (_, index) =>
      tellPresence(desk.as(people[index % 4] ?? ""), onArticle(uuidv7())),
    );
    expect((await Promise.all(all)).map(refusal)).toEqual(Array.from({ length: 80 }, () => "ok"));
  });

  test("somebody from outside is told of nobody", async () => {
    const viewer = desk.as("viewer");
    const outside = {
      ...viewer,
      actor: { ...viewer.actor, outside: { claimId: claim.id, purpose: "expert" as const } },
    };
    expect(refusal(await tellPresence(outside, onClaim(uuidv7())))).toBe("forbidden");
  });
});
