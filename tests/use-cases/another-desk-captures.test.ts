import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Context } from "#lib/server/context.ts";
import { captureById, captureFile } from "#lib/server/queries/capture-by-id.ts";
import { assetBytes, captureBytes } from "#lib/server/queries/capture-bytes.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { captureSearch } from "#lib/server/queries/capture-search.ts";
import { captureWarc } from "#lib/server/queries/capture-warc.ts";
import { capturesOfSource } from "#lib/server/queries/captures-of-source.ts";
import { attachCapture } from "#lib/server/use-cases/attach-capture.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { runCaptureJob } from "#lib/server/use-cases/run-capture-job.ts";
import { uploadCapture } from "#lib/server/use-cases/upload-capture.ts";
import { capturedSource } from "#tests/support/captured.ts";
import { addEvidence, good, makeArticle, makeClaim, makeDesk, refusal } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
let intruder: Context;
let theirs: { sourceId: string; captureId: string; evidenceId: string };
let own: { sourceId: string; captureId: string; evidenceId: string };

const file = { bytes: new TextEncoder().encode("Only theirs."), fileName: "a.txt", contentType: "text/plain" };

async function filled(context: Context) {
  const sourceId = await capturedSource(context, "");
  const captureId = uuidv7();
  good(await uploadCapture(context, { ...file, id: captureId, sourceId, evidenceId: null }));
  const claim = await makeClaim(context, await makeArticle(context), "lost 1.9 million crowns");
  return { sourceId, captureId, evidenceId: await addEvidence(context, claim.id, "") };
}

beforeAll(async () => {
  fresh = await freshDatabase();
  theirs = await filled((await makeDesk(fresh.db)).as("checker"));
  intruder = (await makeDesk(fresh.db)).as("admin");
  own = await filled(intruder);
});
afterAll(() => fresh.close());

describe("what another desk keeps is not there", () => {
  const asked = () => ({ id: uuidv7(), sourceId: theirs.sourceId, evidenceId: null });
  const attempts: Record<string, () => Promise<Outcome<unknown>>> = {
    captureSource: () => captureSource(intruder, { ...asked(), address: "https://harbour.example/" }),
    uploadCapture: () => uploadCapture(intruder, { ...asked(), ...file }),
    attachCapture: () =>
      attachCapture(intruder, { id: theirs.evidenceId, captureId: own.captureId, staleIsFine: true }),
    capturePage: () => capturePage(intruder, theirs.captureId),
    captureBytes: () => captureBytes(intruder, theirs.captureId),
    assetBytes: () => assetBytes(intruder, { captureId: theirs.captureId, kind: "pdf" }),
    captureWarc: () => captureWarc(intruder, theirs.captureId),
    capturesOfSource: () => capturesOfSource(intruder, theirs.sourceId),
    captureById: () => captureById(intruder, theirs.captureId),
    captureFile: () => captureFile(intruder, theirs.captureId, "bytes"),
    "captureById, no id": () => captureById(intruder, "../../etc/passwd"),
    "captureFile, no id": () => captureFile(intruder, "1", "warc"),
  };

  test.each(Object.entries(attempts))("%s", async (_, attempt) => {
    expect(refusal(await attempt())).toBe("not-found");
  });

  test("nor does a job of this desk touch it", async () => {
    const { actor, ...rest } = intruder;
    const { deskId, memberId } = actor;
    const payload = { deskId, memberId, captureId: uuidv7(), sourceId: theirs.sourceId, address: "", evidenceId: null };
    expect((await runCaptureJob({ ...rest, deskId }, payload)).kind).toBe("given-up");
  });

  test("nor can it be relied on, searched, or taken over by its id", async () => {
    const bound = await attachCapture(intruder, { id: own.evidenceId, captureId: theirs.captureId, staleIsFine: true });
    expect(refusal(bound)).toBe("capture-unknown");
    const { found } = await captureSearch(intruder, { words: "theirs", page: 0 });
    expect(found.map(({ capture }) => capture.id)).toEqual([own.captureId]);
    const again = { ...file, id: theirs.captureId, sourceId: own.sourceId, evidenceId: null };
    good(await uploadCapture(intruder, again));
    expect(await fresh.db.capture.count({ where: { id: theirs.captureId } })).toBe(2);
    const evidence = await uploadCapture(intruder, { ...again, id: uuidv7(), evidenceId: theirs.evidenceId });
    expect(good(evidence).unbound).toMatch(/not on the desk/);
  });
});
