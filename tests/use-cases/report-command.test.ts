import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editionLayout } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { editionById } from "#lib/server/queries/edition-by-id.ts";
import { good, makeArticle, makeClaim } from "#tests/support/desk.ts";
import { approvedDesk, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
const folder = mkdtempSync(join(tmpdir(), "stet-report-"));
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(async () => {
  await fresh.close();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { readonly code: number; readonly out: string; readonly said: string };

/** Runs `stet` on the test's database. */
function stet(...words: string[]): Promise<Answer> {
  const env = {
    ...process.env,
    ...{ DATABASE_URL: fresh.appUrl, DATABASE_OWNER_URL: fresh.ownerUrl, STET_STATE: folder, STET_URL: `${site}/` },
  };
  const args = ["-C", "react-server", "--disable-warning=DeprecationWarning", "cli/stet.ts", ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, said) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, said });
    });
  });
}

test("publishes, exports, corrects and withdraws", { timeout: 240_000 }, async () => {
  const { desk, article } = await approvedDesk(fresh);
  const { user } = await fresh.db.member.findFirstOrThrow({
    where: { deskId: desk.deskId, name: "editor" },
    include: { user: true },
  });
  const as = ["--as", user.email];
  const file = (name: string) => join(folder, name);
  expect(await stet("report", "publish", article.id)).toMatchObject({
    code: 1,
    said: expect.stringMatching(/Say who does it with --as/),
  });

  const open = await makeArticle(desk.as("checker"), "Nobody has looked at the ferry yet.");
  await makeClaim(desk.as("checker"), open, "Nobody has looked");
  const refused = await stet("report", "publish", open.id, ...as, "--json");
  expect(refused.code).toBe(1);
  expect(JSON.parse(refused.out)).toMatchObject({
    rule: "work-unfinished",
    inTheWay: [{ number: 1, kind: "unreviewed" }],
  });
  const told = await stet("report", "publish", open.id, ...as);
  expect(told.said).toContain("Claim 1: No verdict has been proposed yet.");

  const first = JSON.parse((await stet("report", "publish", article.id, ...as, "--json")).out);
  expect(first).toMatchObject({ number: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect((await stet("report", "publish", article.id, ...as)).said).toContain("Say what changed");
  const signed = good(await editionById(desk.as("viewer"), first.id));
  expect(signed.edition.address).toBe(`${site}/r/${article.id}/1`);

  const csv = await stet("export", article.id, "--format", "csv", "-o", file("ferry.csv"), "--json");
  expect(JSON.parse(csv.out)).toMatchObject({ edition: 1, claims: 1, proof: file("ferry.csv.stet.json") });
  expect(await readFile(file("ferry.csv.stet.json"), "utf8")).toBe(canonicalJson({ ...signed, layout: editionLayout }));
  const json = await stet("export", first.id, "--json");
  expect(JSON.parse(json.out)).toEqual({ ...signed, layout: editionLayout });

  const draft = await stet("export", open.id, "--format", "json");
  expect(JSON.parse(draft.out)).toMatchObject({ status: "draft" });
  expect((await stet("export", open.id, "--format", "csv")).said).toContain("There is no edition yet");

  const words = ["--what", "The whole check.", "--why", "The wrong year."];
  expect((await stet("report", "withdraw", article.id, ...as, ...words)).out).toContain("Withdrawn with edition 2");
  const back = await stet("report", "publish", article.id, ...as, ...words, "--correction");
  expect(back.out).toContain("Published edition 3");
});
