import { randomUUID } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { NoticeKind } from "#lib/domain/notice.ts";
import type { Context } from "#lib/server/context.ts";
import { openMailer } from "#lib/server/outside/mailer.ts";
import { notifyPage } from "#lib/server/queries/notify-page.ts";
import { tell } from "#lib/server/repositories/notices.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { changeNotify } from "#lib/server/use-cases/change-notify.ts";
import { mailNotices } from "#lib/server/use-cases/mail-notices.ts";
import { good, makeArticle, makeClaim, makeDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { type SmtpServer, startSmtpServer } from "#tests/support/smtp-server.ts";

let fresh: Fresh;
let smtp: SmtpServer;

beforeAll(async () => {
  [fresh, smtp] = await Promise.all([freshDatabase(), startSmtpServer()]);
});
afterAll(async () => {
  await Promise.all([fresh.close(), smtp.stop()]);
});

const morning = new Date("2026-11-23T08:00:00Z");
const from = "Stet <stet@desk.example>";

async function mail(now: Date, url: string = smtp.url) {
  const mailer = openMailer({ STET_SMTP_URL: url, STET_MAIL_FROM: from });
  if (mailer === null) throw new Error("There is no mailer.");
  try {
    return await mailNotices({ db: fresh.db, now, mailer, url: "https://desk.example" });
  } finally {
    mailer.close();
  }
}

async function addressOf({ actor }: Context, email?: string): Promise<string> {
  if (email !== undefined) await fresh.db.user.update({ where: { id: actor.userId }, data: { email } });
  return (await fresh.db.user.findUniqueOrThrow({ where: { id: actor.userId } })).email;
}

type About = { readonly kind: NoticeKind; readonly claimId?: string; readonly at?: Date };

async function told({ actor }: Context, { kind, claimId, at = morning }: About): Promise<void> {
  const { deskId, memberId } = actor;
  await tell(fresh.db, [
    { deskId, memberId, kind, key: randomUUID(), claimId: claimId ?? null, details: { askedOf: "the board" }, at },
  ]);
}

const lettersTo = (email: string) => smtp.letters.filter((letter) => letter.to.includes(email));

describe("notices by mail", () => {
  test("what was assigned is mailed at once, once, with a link and without the claim's words", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const article = await makeArticle(desk.as("checker"));
    const claim = await makeClaim(desk.as("checker"), article, "two boats");
    const assigneeId = desk.as("second-checker").actor.memberId;
    const plan = {
      claimId: claim.id,
      rowVersion: claim.rowVersion,
      assigneeId,
      dueAt: null,
      priority: "high",
    } as const;
    good(await assignClaim(desk.as("editor"), plan));
    const email = await addressOf(desk.as("second-checker"));
    await mail(morning);
    await mail(morning);
    const [letter, ...others] = lettersTo(email);
    expect(others).toEqual([]);
    expect(letter?.text).toContain("This claim was assigned to you.");
    expect(letter?.text.replaceAll("=\r\n", "")).toContain(
      `https://desk.example/articles/${article.id}/claims/${claim.id}`,
    );
    expect(letter?.text).not.toContain("two boats");
    expect(letter?.text).toMatch(/Auto-Submitted: auto-generated/);
    expect(lettersTo(await addressOf(desk.as("editor")))).toEqual([]);
  });

  test("the rest comes in one digest a day, in the morning", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const editor = desk.as("editor");
    const email = await addressOf(editor);
    const night = new Date("2026-11-23T03:00:00Z");
    for (const kind of ["approved", "source-gone", "stale"] as const) await told(editor, { kind, at: night });
    await mail(night);
    expect(lettersTo(email)).toEqual([]);
    await mail(morning);
    expect(lettersTo(email)).toHaveLength(1);
    expect(lettersTo(email)[0]?.text).toContain("3 events");
    await told(editor, { kind: "approved" });
    await mail(new Date("2026-11-23T12:00:00Z"));
    expect(lettersTo(email)).toHaveLength(1);
    await mail(new Date("2026-11-24T08:00:00Z"));
    expect(lettersTo(email)).toHaveLength(2);
  });

  test("a digest says what happened to each claim once, under one link, and how to stop it", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const article = await makeArticle(desk.as("checker"));
    const claim = await makeClaim(desk.as("checker"), article, "two boats");
    const other = await makeClaim(desk.as("checker"), article, "lost 1.9 million crowns");
    const editor = desk.as("editor");
    const email = await addressOf(editor);
    for (const kind of ["approved", "stale", "approved"] as const) await told(editor, { kind, claimId: claim.id });
    await told(editor, { kind: "improved", claimId: other.id });
    await mail(morning);
    const letters = lettersTo(email);
    expect(letters).toHaveLength(1);
    const raw = letters[0]?.text.replaceAll("=\r\n", "").replaceAll("\r\n", "\n") ?? "";
    const at = (id: string) => `https://desk.example/articles/${article.id}/claims/${id}`;
    expect(raw).toContain(`- This claim's verdict was approved.\n- A new version of the article changed`);
    for (const once of [
      at(claim.id),
      at(other.id),
      "verdict was approved",
      "All notices: https://desk.example/notices",
    ]) {
      expect(raw.split(once)).toHaveLength(2);
    }
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/desk\.example\/notices\/settings>/m);
    expect(raw).toMatch(/^Message-ID: <[0-9a-f]{40}@desk\.example>$/m);
    expect(raw).toMatch(/^Subject: .*your day, 4 events$/m);
    expect(raw).toContain("or stop it: https://desk.example/notices/settings");
  });

  test("the subject says the news, however long the desk's name is", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const email = await addressOf(desk.as("editor"));
    await fresh.db.desk.update({ where: { id: desk.deskId }, data: { name: "n".repeat(200) } });
    await told(desk.as("editor"), { kind: "second-asked" });
    await mail(new Date("2026-11-23T03:00:00Z"));
    const raw = lettersTo(email)[0]?.text.replaceAll(/\r\n[ \t]/g, " ") ?? "";
    expect(raw).toMatch(/^Subject: n{60}: You were asked for a second verdict/m);
  });

  test("each person chooses by kind of event", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const admin = desk.as("admin");
    const email = await addressOf(admin);
    good(await changeNotify(admin, { choices: { assigned: "app", "source-gone": "now" } }));
    expect(good(await notifyPage(admin)).choices).toEqual({ assigned: "app", "source-gone": "now" });
    await told(admin, { kind: "assigned" });
    await told(admin, { kind: "source-gone" });
    await mail(new Date("2026-11-23T03:00:00Z"));
    await mail(morning);
    const letters = lettersTo(email);
    expect(letters).toHaveLength(1);
    expect(letters[0]?.text).toContain("The source is gone");
  });

  test("nothing about a claim is mailed to whoever owes a second verdict on it", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const article = await makeArticle(desk.as("checker"));
    const { id: claimId } = await makeClaim(desk.as("checker"), article, "two boats");
    const second = desk.as("second-editor");
    const email = await addressOf(second);
    const { deskId } = desk;
    const revisionId = uuidv7();
    const ratingId = (await fresh.db.rating.findFirstOrThrow({ where: { deskId } })).id;
    const digest = "0".repeat(64);
    const words = { rationale: "Because.", asOf: "2026-11-23", basis: "{}", basisDigest: digest };
    const authorId = desk.as("checker").actor.memberId;
    const by = { versionId: article.version.id, ratingId, authorId, createdAt: morning };
    await fresh.db.verdictRevision.create({ data: { deskId, id: revisionId, claimId, number: 1, ...words, ...by } });
    const [memberId, askedById] = [second.actor.memberId, desk.as("editor").actor.memberId];
    const asked = { deskId, id: uuidv7(), claimId, revisionId, memberId, askedById, askedAt: morning };
    await fresh.db.secondVerdict.create({ data: asked });
    await told(second, { kind: "mention", claimId });
    await mail(morning);
    expect(lettersTo(email)).toEqual([]);
    await fresh.db.secondVerdict.update({
      where: { deskId_id: { deskId, id: asked.id } },
      data: { cancelledAt: morning },
    });
    await mail(morning);
    expect(lettersTo(email)).toHaveLength(1);
  });

  test("a letter that is refused for good is given up, one that the server cannot take now waits", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const mark = randomUUID();
    await addressOf(desk.as("editor"), `refused.${mark}@example.org`);
    await addressOf(desk.as("checker"), `later.${mark}@example.org`);
    await told(desk.as("editor"), { kind: "mention" });
    await told(desk.as("checker"), { kind: "mention" });
    expect(await mail(morning)).toMatchObject({ refused: 1, waiting: 1 });
    expect(await mail(morning)).toMatchObject({ refused: 0, waiting: 1 });
    await addressOf(desk.as("checker"), `now.${mark}@example.org`);
    expect(await mail(morning)).toMatchObject({ sent: 1, waiting: 0 });
  });

  test("a server that is gone, or does not know us, loses nothing", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const email = await addressOf(desk.as("editor"));
    await told(desk.as("editor"), { kind: "mention" });
    expect(await mail(morning, "smtp://127.0.0.1:1")).toMatchObject({ sent: 0, waiting: 1 });
    const wrong = smtp.url.replace("//", "//stet:wrong@");
    expect(await mail(morning, wrong)).toMatchObject({ sent: 0, waiting: 1 });
    expect(await mail(morning, smtp.url.replace("//", "//stet:right@"))).toMatchObject({ sent: 1 });
    expect(lettersTo(email)).toHaveLength(1);
  });

  test("whoever has left, has read it, or hears of it days later gets no letter", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const [gone, reader, late] = [desk.as("editor"), desk.as("checker"), desk.as("admin")];
    const emails = await Promise.all([gone, reader, late].map((one) => addressOf(one)));
    for (const one of [gone, reader]) await told(one, { kind: "mention" });
    await told(late, { kind: "mention", at: new Date("2026-11-20T08:00:00Z") });
    const { deskId } = desk;
    await fresh.db.member.update({
      where: { deskId_id: { deskId, id: gone.actor.memberId } },
      data: { leftAt: morning },
    });
    await fresh.db.notice.updateMany({
      where: { deskId, memberId: reader.actor.memberId },
      data: { readAt: morning },
    });
    await mail(morning);
    for (const email of emails) expect(lettersTo(email)).toEqual([]);
  });

  test("two workers at once send each letter once", async () => {
    const desk = await makeDesk(fresh.db, () => morning);
    const email = await addressOf(desk.as("editor"));
    await told(desk.as("editor"), { kind: "mention" });
    await Promise.all([mail(morning), mail(morning), mail(morning)]);
    expect(lettersTo(email)).toHaveLength(1);
  });
});
