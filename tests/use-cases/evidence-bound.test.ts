import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LinkEvidence } from "#lib/schemas/evidence.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { reuseEvidence } from "#lib/server/use-cases/reuse-evidence.ts";
import { settleOrigin } from "#lib/server/use-cases/settle-origin.ts";
import type { TestDesk } from "#tests/support/desk.ts";
import {
  decide,
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  refusal,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { keepCopy } from "#tests/support/kept-copy.ts";

let fresh: Fresh;
let desk: TestDesk;
let claimId: string;
let otherClaimId: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  const checker = desk.as("checker");
  const article = await makeArticle(checker);
  claimId = (await makeClaim(checker, article, "bought two boats")).id;
  otherClaimId = (await makeClaim(checker, article, "lost 1.9 million crowns")).id;
});
afterAll(() => fresh.close());

const text = "🛥 The accounts of 2025.\n\nResult from operations: (1\u00a0913\u00a0406), as “audited” by two.";
const quoted = { start: text.indexOf("Result"), end: text.indexOf(", as") };

async function newSource(title = "Annual accounts"): Promise<string> {
  const { db, actor, now } = desk.as("checker");
  const id = uuidv7();
  const [made, own] = [
    { createdAt: now, updatedAt: now, createdById: actor.memberId },
    { deskId: actor.deskId, id },
  ];
  await db.source.create({ data: { ...own, ...made, title } });
  return id;
}

function input(change: Partial<LinkEvidence> = {}): LinkEvidence {
  return { ...evidenceInput(claimId), address: "", ...change };
}

async function shown(id: string, of = claimId) {
  const claim = good(await claimPage(desk.as("viewer"), of));
  const found = claim.evidence.find((item) => item.id === id);
  if (found === undefined) throw new Error("This evidence is not on the page.");
  return found;
}

describe("a passage is bound to a kept copy", () => {
  test("where it was selected, and shown with the words around it", async () => {
    const sourceId = await newSource();
    const captureId = await keepCopy(desk.as("checker"), { sourceId, text });
    const place = { captureId, passageStart: quoted.start, passageEnd: quoted.end };
    const { id } = good(await linkEvidence(desk.as("checker"), input({ sourceId, ...place })));
    const item = await shown(id);
    expect(item.capture).toMatchObject({ id: captureId, span: quoted });
    expect(item.context).toEqual({ before: text.slice(0, quoted.start), after: text.slice(quoted.end) });
  });

  test("the words around it are the same in texts without signs beyond the basic plane, and never more than 300", async () => {
    const plain = `${"Wörter. ".repeat(100)}${text.replace("🛥 ", "")}${" More.".repeat(100)}`;
    const sourceId = await newSource();
    await keepCopy(desk.as("checker"), { sourceId, text: plain });
    const { id } = good(await linkEvidence(desk.as("checker"), input({ sourceId })));
    const item = await shown(id);
    const [start, end] = [plain.indexOf("Result"), plain.indexOf(", as")];
    expect(item.capture?.span).toEqual({ start, end });
    expect(item.context).toEqual({ before: plain.slice(start - 300, start), after: plain.slice(end, end + 300) });
  });

  test("by itself when the source has a copy in which the typed words stand", async () => {
    const sourceId = await newSource();
    const captureId = await keepCopy(desk.as("checker"), { sourceId, text });
    await keepCopy(desk.as("checker"), { sourceId, text: "Something else by now." });
    const { id } = good(await linkEvidence(desk.as("checker"), input({ sourceId, passage: 'as "audited" by two' })));
    expect((await shown(id)).capture).toMatchObject({ id: captureId, span: { start: text.indexOf("as “") } });
    const loose = good(await linkEvidence(desk.as("checker"), input({ sourceId, passage: "Nowhere said" })));
    expect((await shown(loose.id)).capture).toBeNull();
  });

  test("of the source that is cited or one that was merged into it, and no other", async () => {
    const [sourceId, mergedId, strangerId] = [await newSource(), await newSource(), await newSource()];
    const captureId = await keepCopy(desk.as("checker"), { sourceId: mergedId, text });
    const place = { captureId, passageStart: quoted.start, passageEnd: quoted.end };
    expect(refusal(await linkEvidence(desk.as("checker"), input({ sourceId, ...place })))).toBe(
      "capture-of-another-source",
    );
    const { deskId } = desk;
    await fresh.db.source.update({ where: { deskId_id: { deskId, id: mergedId } }, data: { mergedIntoId: sourceId } });
    const { id } = good(await linkEvidence(desk.as("checker"), input({ sourceId, ...place })));
    expect((await shown(id)).capture?.id).toBe(captureId);
    const stranger = await linkEvidence(desk.as("checker"), input({ sourceId: strangerId, ...place }));
    expect(refusal(stranger)).toBe("capture-of-another-source");
    expect(refusal(await linkEvidence(desk.as("checker"), input({ captureId: uuidv7(), sourceId })))).toBe(
      "capture-unknown",
    );
  });

  test.each([
    ["beyond the text", { passageStart: 0, passageEnd: text.length + 1 }, "passage-outside"],
    ["back to front", { passageStart: 9, passageEnd: 4 }, "passage-outside"],
    ["through a character", { passageStart: 1, passageEnd: 8 }, "passage-outside"],
    ["other words", { passageStart: 0, passageEnd: 20 }, "passage-not-in-capture"],
    ["words that stand nowhere in it", { passage: "Nowhere said" }, "passage-not-in-capture"],
  ])("not %s", async (_, change, rule) => {
    const sourceId = await newSource();
    const captureId = await keepCopy(desk.as("checker"), { sourceId, text });
    expect(refusal(await linkEvidence(desk.as("checker"), input({ sourceId, captureId, ...change })))).toBe(rule);
  });

  test("an edit that says nothing of the copy keeps it, and the verdict on it goes stale only with the words", async () => {
    const checker = desk.as("checker");
    const sourceId = await newSource();
    await keepCopy(checker, { sourceId, text });
    const evidence = { ...input({ sourceId }), claimId: otherClaimId };
    good(await linkEvidence(checker, evidence));
    const before = await shown(evidence.id, otherClaimId);
    await keepCopy(checker, { sourceId, text });
    await propose(checker, otherClaimId);
    good(await decide(desk.as("editor"), otherClaimId, "approve"));
    const secret = { ...evidence, confidential: true, publicAs: "somebody at the yard" };
    good(await editEvidence(checker, { ...secret, rowVersion: before.rowVersion }));
    const after = await shown(evidence.id, otherClaimId);
    expect(after.capture).toEqual(before.capture);
    expect(after).toMatchObject({ confidential: true, publicAs: "somebody at the yard" });
    expect(good(await claimPage(checker, otherClaimId)).state).toBe("approved");
    good(await editEvidence(checker, { ...secret, passage: "as “audited” by two", rowVersion: after.rowVersion }));
    expect(good(await claimPage(checker, otherClaimId)).state).toBe("stale");
  });
});

describe("evidence of an earlier check", () => {
  test("is taken over with its copy, its place and its secrecy, once", async () => {
    const checker = desk.as("second-checker");
    const sourceId = await newSource();
    await keepCopy(checker, { sourceId, text });
    const secret = { sourceId, confidential: true, publicAs: "a clerk", note: "Ask again", calculation: "1 + 1 = 2" };
    const earlier = good(await linkEvidence(checker, input(secret)));
    const again = { id: uuidv7(), claimId: otherClaimId, from: earlier.id, stance: "refutes" as const };
    good(await reuseEvidence(checker, again));
    good(await reuseEvidence(checker, again));
    const [one, two] = [await shown(earlier.id), await shown(again.id, otherClaimId)];
    expect(two).toMatchObject({ stance: "refutes", note: "", calculation: [], originLabel: null, publicAs: "a clerk" });
    expect(two).toMatchObject({ capture: one.capture, passage: one.passage, locator: one.locator, confidential: true });
    expect(refusal(await reuseEvidence(checker, { ...again, id: uuidv7(), from: again.id }))).toBe("not-found");
  });
});

describe("a calculation", () => {
  test("that does not add up is kept, and said to be wrong", async () => {
    const calculation = "boats = 2\nboats × 106 = 213";
    const { id } = good(await linkEvidence(desk.as("checker"), input({ calculation })));
    const [, step] = (await shown(id)).calculation;
    expect(step).toMatchObject({ result: "212", problem: "This does not add up: it comes to 212." });
  });
});

describe("the same words from two sources", () => {
  const wire =
    "The Harbour Board said on Tuesday that its two new boats carried 212 passengers on the first morning, fewer than it had hoped for.";

  test("are told, until somebody says that they are one origin or differ", async () => {
    const checker = desk.as("checker");
    const pieces: string[] = [];
    for (const title of ["Paper one", "Paper two", "Paper three"]) {
      const sourceId = await newSource(title);
      pieces.push(good(await linkEvidence(checker, input({ sourceId, passage: wire }))).id);
    }
    const [one = "", two = "", three = ""] = pieces;
    expect((await shown(two)).sameWordsAs).toBe(one);
    expect((await shown(three)).sameWordsAs).toBe(one);
    const same = { claimId, id: two, otherId: one, answer: "same" as const };
    good(await settleOrigin(checker, same));
    good(await settleOrigin(checker, same));
    const label = (await shown(one)).originLabel;
    expect(await shown(two)).toMatchObject({ originLabel: label, sameWordsAs: null });
    good(await settleOrigin(checker, { claimId, id: three, otherId: one, answer: "differ" }));
    expect((await shown(three)).sameWordsAs).toBeNull();
    expect((await shown(three)).originLabel).not.toBe(label);
    expect(refusal(await settleOrigin(desk.as("viewer"), same))).toBe("forbidden");
  });
});
