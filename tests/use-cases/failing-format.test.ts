import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { database } from "#lib/server/db/client.ts";
import { publicReport } from "#lib/server/public/public-report.ts";
import { editionById } from "#lib/server/queries/edition-by-id.ts";
import { good } from "#tests/support/desk.ts";
import { openedReport } from "#tests/support/edition.ts";
import { approvedDesk, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

const tries = vi.hoisted((): string[] => []);
vi.mock("#lib/formats/pdf/edition-pdf.ts", () => {
  class PdfProblem extends Error {}
  return {
    PdfProblem,
    editionToPdf: async (_: unknown, kind: string) => {
      tries.push(kind);
      throw new PdfProblem("The template refuses this report.");
    },
  };
});
vi.mock("#lib/formats/docx/edition-docx.ts", () => ({
  editionToDocx: async () => {
    throw new TypeError("Cannot read properties of undefined (reading 'secret')");
  },
}));

// In a thread of its own the writers would be the real ones.
vi.mock("#lib/server/threads.ts", async () => {
  const { written } = await import("#lib/formats/edition/writing-work.ts");
  const work = async (input: Parameters<typeof written>[0]) => ({ kind: "done", output: await written(input) });
  return { threadsFor: () => work };
});

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
  vi.stubEnv("DATABASE_URL", fresh.appUrl);
  vi.stubEnv("STET_URL", site);
});
afterAll(async () => {
  await database().$disconnect();
  vi.unstubAllEnvs();
  await fresh.close();
});

test("where the template of a format fails the edition stays, the format says why, and the others are given", async () => {
  const { desk, article } = await approvedDesk(fresh);
  const signed = await published(desk, article.id);
  await openedReport(desk.as("editor"), article.id);
  const read = (name: string, headers = {}) =>
    publicReport(new Request(`${site}/r`, { headers }), [article.id, "1", name]);
  const told = async (answer: Response) => [answer.status, await answer.text()] as const;
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  for (const headers of [{}, { "if-none-match": "*" }]) {
    const [status, words] = await told(await read("report.pdf", headers));
    expect(status).toBe(500);
    expect(words).toContain("The template refuses this report.");
    expect(words).toContain("The edition is safe");
  }
  const [status, words] = await told(await read("report.docx"));
  expect([status, words]).toEqual([500, expect.stringContaining("The edition is safe")]);
  expect(words).not.toContain("secret");
  log.mockRestore();
  expect((await read("report.html")).status).toBe(200);
  expect((await read("edition.json")).status).toBe(200);
  expect(good(await editionById(desk.as("viewer"), signed.edition.id))).toEqual(signed);
});

test("what failed is not tried again for ten minutes, whoever asks, and then it is", async () => {
  const { desk, article } = await approvedDesk(fresh);
  await published(desk, article.id);
  await openedReport(desk.as("editor"), article.id);
  const read = (name: string) => publicReport(new Request(`${site}/r`), [article.id, "1", name]);
  const log = vi.spyOn(console, "error").mockImplementation(() => undefined);
  onTestFinished(() => {
    log.mockRestore();
    vi.useRealTimers();
  });
  tries.length = 0;
  await Promise.all([read("report.pdf"), read("report.pdf")]);
  const logged = log.mock.calls.length;
  for (let asked = 0; asked < 3; asked += 1) {
    const again = await read("report.pdf");
    expect([again.status, await again.text()]).toEqual([500, expect.stringContaining("The edition is safe")]);
  }
  expect(tries).toEqual(["ua"]);
  expect(log.mock.calls.length).toBe(logged);
  expect((await read("report-archive.pdf")).status).toBe(500);
  expect(tries).toEqual(["ua", "archive"]);
  vi.setSystemTime(Date.now() + 10 * 60_000 + 1);
  expect((await read("report.pdf")).status).toBe(500);
  expect(tries).toEqual(["ua", "archive", "ua"]);
});
