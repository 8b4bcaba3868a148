import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountPage } from "#lib/server/queries/account-page.ts";
import { actorOfSession } from "#lib/server/queries/actor-of-session.ts";
import { linkPage } from "#lib/server/queries/link-page.ts";
import { acceptInvitation } from "#lib/server/use-cases/accept-invitation.ts";
import { changeMember } from "#lib/server/use-cases/change-member.ts";
import { inviteMember } from "#lib/server/use-cases/invite-member.ts";
import { issueSetupLink, issueSignInLink } from "#lib/server/use-cases/issue-link.ts";
import { changePassword, endOwnSession } from "#lib/server/use-cases/manage-sessions.ts";
import { setUpDesk } from "#lib/server/use-cases/set-up-desk.ts";
import { signInByLink, signInByPassword } from "#lib/server/use-cases/sign-in.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let desk: TestDesk;
beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
});
afterAll(() => fresh.close());

const password = "four plain words are fine";
const here = { peer: "127.0.0.1", isLocal: true, userAgent: "test" };
const there = { peer: "203.0.113.9", isLocal: false, userAgent: "test" };
const everybody = { ...there, admit: async () => true };
const stranger = { userId: null, admit: async () => true };
const at = (now = new Date()) => ({ db: fresh.db, now });
const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

async function emailOf(name: string): Promise<string> {
  return (await accountPage(desk.as(name))).email;
}

describe("sign-in links", () => {
  test("work once, and only from the machine that Stet runs on", async () => {
    const { token } = good(await issueSignInLink(at(), { email: await emailOf("viewer") }));
    expect(refusal(await signInByLink(at(), { token }, there))).toBe("link-not-local");
    expect(await linkPage(at(), token)).toMatchObject({ purpose: "sign_in", name: "viewer" });
    const both = await Promise.all([signInByLink(at(), { token }, here), signInByLink(at(), { token }, here)]);
    expect(both.map(refusal).sort()).toEqual(["link-spent", "ok"]);
    expect(await linkPage(at(), token)).toBeNull();
  });

  test("expire after a day, and are made for nobody unknown", async () => {
    const { token } = good(await issueSignInLink(at(), { email: await emailOf("viewer") }));
    expect(refusal(await signInByLink(at(hours(25)), { token }, here))).toBe("link-spent");
    expect(refusal(await issueSignInLink(at(), { email: "nobody@example.org" }))).toBe("not-found");
  });

  test("the database keeps no token", async () => {
    const { token } = good(await issueSignInLink(at(), { email: await emailOf("viewer") }));
    const rows = await fresh.db.oneUseLink.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe("setting up and joining", () => {
  test("a setup link makes one desk, and a newer link ends the older", async () => {
    const first = await issueSetupLink(at());
    const { token } = await issueSetupLink(at());
    const input = { desk: "New desk", name: "Runa", email: `runa.${uuidv7()}@example.org`, password };
    expect(refusal(await setUpDesk(at(), { ...input, token: first.token }, stranger))).toBe("link-spent");
    good(await setUpDesk(at(), { ...input, token }, stranger));
    expect(refusal(await setUpDesk(at(), { ...input, token }, stranger))).toBe("link-spent");
    const entered = good(await signInByPassword(at(), { email: input.email.toUpperCase(), password }, everybody));
    expect(await actorOfSession(at(), entered.sessionId)).toMatchObject({
      actor: { role: "admin" },
      deskName: "New desk",
    });
  });

  test("an invitation is an administrator's, for one person and one role, within 72 hours", async () => {
    const invite = { id: uuidv7(), email: `bo.${uuidv7()}@example.org`, role: "checker" as const };
    expect(refusal(await inviteMember(desk.as("editor"), invite))).toBe("forbidden");
    const { token } = good(await inviteMember(desk.as("admin"), invite));
    expect(refusal(await acceptInvitation(at(hours(73)), { token, name: "Bo", password }, stranger))).toBe(
      "link-spent",
    );
    good(await acceptInvitation(at(), { token, name: "Bo", password }, stranger));
    expect(refusal(await acceptInvitation(at(), { token, name: "Bo", password }, stranger))).toBe("link-spent");
    expect(refusal(await inviteMember(desk.as("admin"), invite))).toBe("email-taken");
    const entered = good(await signInByPassword(at(), { email: invite.email, password }, everybody));
    expect(await actorOfSession(at(), entered.sessionId)).toMatchObject({
      actor: { role: "checker", deskId: desk.deskId },
    });
  });

  test("an account that exists joins another desk only with its password", async () => {
    const email = `both.${uuidv7()}@example.org`;
    const first = good(await inviteMember(desk.as("admin"), { id: uuidv7(), email, role: "viewer" }));
    good(await acceptInvitation(at(), { token: first.token, name: "Both", password }, stranger));
    const other = await makeDesk(fresh.db);
    const second = good(await inviteMember(other.as("admin"), { id: uuidv7(), email, role: "admin" }));
    const guess = { token: second.token, name: "Both", password: "another password entirely" };
    expect(refusal(await acceptInvitation(at(), guess, stranger))).toBe("wrong-password");
    good(await acceptInvitation(at(), { ...guess, password }, stranger));
  });
});

test("an invitation never takes over an account: without its password one has to be signed in to it", async () => {
  const victim = await emailOf("editor");
  const other = await makeDesk(fresh.db);
  const { token } = good(await inviteMember(other.as("admin"), { id: uuidv7(), email: victim, role: "viewer" }));
  const taken = { token, name: "Not me", password };
  expect(refusal(await acceptInvitation(at(), taken, stranger))).toBe("sign-in-first");
  expect(refusal(await signInByPassword(at(), { email: victim, password }, everybody))).toBe("wrong-password");
  const { userId } = desk.as("editor").actor;
  good(await acceptInvitation(at(), taken, { ...stranger, userId }));
});

describe("sessions", () => {
  const enter = async (name: string) => {
    const { token } = good(await issueSignInLink(at(), { email: await emailOf(name) }));
    return good(await signInByLink(at(), { token }, here)).sessionId;
  };

  test("end when they are revoked, lie idle for twelve hours, or are a week old", async () => {
    const sessionId = await enter("checker");
    expect(await actorOfSession(at(), sessionId)).not.toBeNull();
    expect(await actorOfSession(at(hours(13)), sessionId)).toBeNull();
    expect(await actorOfSession(at(hours(24 * 8)), sessionId)).toBeNull();
    good(await endOwnSession(desk.as("editor"), { id: sessionId }));
    expect(await actorOfSession(at(), sessionId)).not.toBeNull();
    good(await endOwnSession(desk.as("checker"), { id: sessionId }));
    expect(await actorOfSession(at(), sessionId)).toBeNull();
  });

  test("end with the membership", async () => {
    const sessionId = await enter("second-checker");
    const { memberId } = desk.as("second-checker").actor;
    good(await changeMember(desk.as("admin"), { id: memberId, rowVersion: 1, role: "checker", leaves: "yes" }));
    expect(await actorOfSession(at(), sessionId)).toBeNull();
  });

  test("a new password ends the others, and needs the old one", async () => {
    const [here1, other] = [await enter("second-editor"), await enter("second-editor")];
    const as = desk.as("second-editor");
    good(await changePassword(as, { current: "", password, sessionId: here1 }));
    expect(await actorOfSession(at(), here1)).not.toBeNull();
    expect(await actorOfSession(at(), other)).toBeNull();
    const again = { current: "a wrong password", password: "another long password", sessionId: here1 };
    expect(refusal(await changePassword(as, again))).toBe("wrong-password");
  });

  test("too many attempts are refused before the password is looked at", async () => {
    const visitor = { ...there, admit: async () => false };
    const input = { email: await emailOf("second-editor"), password };
    expect(refusal(await signInByPassword(at(), input, visitor))).toBe("too-many-attempts");
  });
});
