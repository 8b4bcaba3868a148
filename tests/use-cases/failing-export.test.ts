import { Command } from "commander";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { approvedDesk, published, site } from "#tests/support/editions.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";
import { addExportCommand } from "../../cli/export.ts";

vi.mock("#lib/formats/pdf/edition-pdf.ts", () => {
  class PdfProblem extends Error {}
  return {
    PdfProblem,
    editionToPdf: async () => {
      throw new PdfProblem("The template refuses this report.");
    },
  };
});
vi.mock("#lib/formats/docx/edition-docx.ts", () => ({
  editionToDocx: async () => {
    throw new TypeError("Cannot read properties of undefined (reading 'secret')");
  },
}));
vi.mock("../../cli/run.ts", async (original) => ({
  ...(await original<typeof import("../../cli/run.ts")>()),
  withDesk: async (work: (desk: { db: Fresh["db"]; baseUrl: string }) => Promise<void>) =>
    await work({ db: fresh.db, baseUrl: site }),
}));

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

test("where the template of a format fails, the terminal is told why", async () => {
  const { desk, article } = await approvedDesk(fresh);
  await published(desk, article.id);
  const program = new Command().exitOverride();
  addExportCommand(program);
  const asked = (format: string) => program.parseAsync(["export", article.id, "--format", format], { from: "user" });
  await expect(asked("docx")).rejects.toThrow("The edition is safe");
  await expect(asked("docx")).rejects.not.toThrow("secret");
  await expect(asked("pdf")).rejects.toThrow("The template refuses this report. The edition is safe");
});
