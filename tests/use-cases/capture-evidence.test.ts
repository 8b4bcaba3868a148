import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "#lib/server/context.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { attachCapture } from "#lib/server/use-cases/attach-capture.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { CaptureSite, html, page } from "#tests/support/capture-site.ts";
import { capturedSource } from "#tests/support/captured.ts";
import {
  evidenceInput,
  good,
  makeArticle,
  makeClaim,
  makeDesk,
  propose,
  refusal,
  type TestDesk,
} from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const site = new CaptureSite();
let fresh: Fresh;
let desk: TestDesk;
let checker: Context;
let sourceId: string;
let captureId: string;
beforeAll(async () => {
  await site.open();
  fresh = await freshDatabase();
  desk = await makeDesk(fresh.db);
  checker = site.allow(desk.as("checker"));
  sourceId = await capturedSource(checker, site.address("/accounts"));
  captureId = await copyOf(sourceId);
});
afterAll(async () => {
  site.close();
  await fresh.close();
});

async function copyOf(source: string, context = checker): Promise<string> {
  return good(await captureSource(context, { id: uuidv7(), sourceId: source, address: "", evidenceId: null })).id;
}

/** Evidence of a new claim that cites the source, with its passage typed when the desk had no copy yet. */
async function typed(passage: string, cites = sourceId) {
  const claim = await makeClaim(checker, await makeArticle(checker), "lost 1.9 million crowns");
  const input = { ...evidenceInput(claim.id, passage), sourceId: cites, locator: "" };
  const { id } = good(await linkEvidence(checker, input));
  const unbound = { captureId: null, passageStart: null, passageEnd: null };
  await fresh.db.evidence.updateMany({ where: { id }, data: unbound });
  return { claimId: claim.id, id };
}

const rowOf = (id: string) => fresh.db.evidence.findFirstOrThrow({ where: { id } });
const binding = (id: string, more: object = {}) => ({ id, captureId, staleIsFine: false, ...more });

test("a typed passage is found under the typographic fold, and bound to its place", async () => {
  const { id, claimId } = await typed(`the board's "worst year" since`);
  good(await attachCapture(checker, binding(id)));
  const row = await rowOf(id);
  const { text, quoted } = good(await capturePage(checker, captureId));
  expect(row).toMatchObject({ captureId, passage: `the board's "worst year" since` });
  expect(text.slice(row.passageStart ?? 0, row.passageEnd ?? 0)).toBe("the board’s “worst year” since");
  expect(quoted).toContainEqual(expect.objectContaining({ evidenceId: id, claimId, start: row.passageStart }));
  const { rowVersion } = row;
  good(await attachCapture(checker, binding(id)));
  expect((await rowOf(id)).rowVersion).toBe(rowVersion);
  const words = await fresh.db.auditEntry.findMany({ where: { subjectId: id, action: "evidence.capture" } });
  expect(words).toHaveLength(1);
});

test("a passage that is not there, or not whole words, is refused; evidence without one takes the whole copy", async () => {
  expect(refusal(await attachCapture(checker, binding((await typed("no such words here")).id)))).toBe(
    "passage-not-in-capture",
  );
  expect(refusal(await attachCapture(checker, binding((await typed("bought two boa")).id)))).toBe(
    "passage-not-in-capture",
  );
  const { id } = await typed("");
  good(await attachCapture(checker, binding(id)));
  expect(await rowOf(id)).toMatchObject({ captureId, passageStart: null, passageEnd: null });
});

test("selected words become the passage, exactly, with their place as the locator", async () => {
  const { id } = await typed("something typed before");
  const { text, blocks } = good(await capturePage(checker, captureId));
  const start = text.indexOf("1 913 406", text.indexOf("2025\t"));
  const end = start + "1 913 406".length;
  good(await attachCapture(checker, binding(id, { start, end })));
  expect(await rowOf(id)).toMatchObject({
    passage: "1 913 406",
    locator: "table row 3, cell 2",
    passageStart: start,
    passageEnd: end,
  });
  expect(blocks.some((block) => block.type === "table-row")).toBe(true);
  for (const span of [
    { start: 5, end: 5 },
    { start: -1, end: 4 },
    { start: 10, end: text.length + 1 },
    { start: 9, end: 3 },
  ]) {
    expect(refusal(await attachCapture(checker, binding(id, span)))).toBe("passage-outside");
  }
});

test("a time code is the locator in a recording's transcript", async () => {
  const own = await capturedSource(checker, "");
  const bytes = new TextEncoder().encode("WEBVTT\n\n00:01:22.000 --> 00:01:25.000\nWe lost two million crowns.\n");
  const file = { id: uuidv7(), sourceId: own, bytes, fileName: "talk.vtt", contentType: "text/vtt" };
  const { id } = await typed("two million crowns", own);
  expect(good(await uploadCapture(checker, { ...file, evidenceId: id })).unbound).toBe("");
  expect(await rowOf(id)).toMatchObject({ captureId: file.id, locator: "00:01:22" });
});

test("a picture is relied on as a whole, whatever was typed from it", async () => {
  const own = await capturedSource(checker, "");
  const bytes = Buffer.from("\x89PNG\r\n\x1a\n\0\0", "latin1");
  const file = { id: uuidv7(), sourceId: own, bytes, fileName: "post.png", contentType: "image/png" };
  const { id } = await typed("Read in the picture", own);
  good(await uploadCapture(checker, { ...file, evidenceId: id }));
  expect(await rowOf(id)).toMatchObject({ captureId: file.id, passage: "Read in the picture", passageStart: null });
});

test("a standing verdict goes stale only when that is wanted", async () => {
  const { id, claimId } = await typed("The board bought two boats in 2021");
  await propose(checker, claimId);
  expect(refusal(await attachCapture(checker, binding(id)))).toBe("verdict-stands");
  const asked = { id: uuidv7(), sourceId, address: "", evidenceId: id };
  expect(good(await captureSource(checker, asked)).unbound).toMatch(/A verdict stands/);
  expect(good(await claimPage(checker, claimId)).state).toBe("proposed");
  good(await attachCapture(checker, binding(id, { staleIsFine: true })));
  expect(good(await claimPage(checker, claimId)).state).toBe("stale");
  const entries = await fresh.db.auditEntry.findMany({ where: { claimId }, orderBy: { seq: "asc" } });
  expect(entries.map(({ action }) => action).slice(-2)).toEqual(["evidence.capture", "verdict.stale"]);
});

test("a passage selected in a copy that was replaced meanwhile is exact all the same", async () => {
  const { id } = await typed("");
  const old = good(await capturePage(checker, captureId)).text;
  const start = old.indexOf("bought two boats");
  site.answer = (_, response) => response.writeHead(200, html).end(page.replace("two boats", "nothing"));
  const newer = await copyOf(sourceId, { ...checker, now: new Date(checker.now.getTime() + 60_000) });
  site.answer = (_, response) => response.writeHead(200, html).end(page);
  good(await attachCapture(checker, binding(id, { start, end: start + 16 })));
  expect(await rowOf(id)).toMatchObject({ captureId, passage: "bought two boats" });
  expect(good(await capturePage(checker, captureId)).newer?.id).toBe(newer);
});

test("a copy of another source is refused, one of a merged source is not", async () => {
  const other = await capturedSource(checker, site.address("/other"));
  const { id } = await typed("The board bought two boats in 2021", other);
  expect(refusal(await attachCapture(checker, binding(id)))).toBe("capture-of-another-source");
  expect(refusal(await attachCapture(checker, binding(id, { captureId: uuidv7() })))).toBe("capture-unknown");
  await fresh.db.source.updateMany({ where: { id: other }, data: { mergedIntoId: sourceId } });
  good(await attachCapture(checker, binding(id)));
  const kept = await copyOf(other);
  expect((await fresh.db.capture.findFirstOrThrow({ where: { id: kept } })).sourceId).toBe(sourceId);
});

test("somebody who saved first is not written over; removed evidence and other roles are refused", async () => {
  const { id, claimId } = await typed("The board bought two boats in 2021");
  expect(refusal(await attachCapture(checker, binding(id, { rowVersion: 7 })))).toBe("conflict");
  expect(refusal(await attachCapture(desk.as("viewer"), binding(id)))).toBe("forbidden");
  expect(refusal(await attachCapture(checker, binding(uuidv7())))).toBe("not-found");
  const { rowVersion } = await rowOf(id);
  good(await removeEvidence(checker, { id, rowVersion }));
  expect(refusal(await attachCapture(checker, binding(id)))).toBe("evidence-removed");
  expect(good(await claimPage(checker, claimId)).evidence).toEqual([]);
});
