import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { importLimits } from "#lib/formats/import/imported-document.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stet-extract-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Run = { readonly code: number | null; readonly out: string; readonly problems: string };

function extract(args: readonly string[], input = ""): Promise<Run> {
  const program = fileURLToPath(new URL("../../cli/stet.ts", import.meta.url));
  const flags = ["-C", "react-server", "--disable-warning=ExperimentalWarning"];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags, program, "extract", ...args], { cwd: folder });
    let out = "";
    let problems = "";
    child.stdout.on("data", (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr.on("data", (piece: Buffer) => {
      problems += piece.toString();
    });
    child.on("close", (code) => resolve({ code, out, problems }));
    child.stdin.end(input);
  });
}

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const found = z.object({ value: z.string(), from: z.string() }).nullable();
const answer = z.strictObject({
  file: z.string(),
  format: z.string(),
  metadata: z.strictObject({
    title: found,
    byline: z.object({ value: z.array(z.string()), from: z.string() }).nullable(),
    publisher: found,
    publishedAt: found,
    modifiedAt: found,
    canonicalUrl: found,
    language: found,
    section: found,
    image: found,
  }),
  blocks: z.array(z.looseObject({ type: z.string(), text: z.string(), start: z.int(), end: z.int() })),
  text: z.string(),
  dropped: z.array(z.strictObject({ before: z.int(), type: z.string(), text: z.string(), why: z.string() })),
  notes: z.array(z.looseObject({ id: z.string(), spans: z.array(z.object({ start: z.int(), end: z.int() })) })),
  warnings: z.array(z.string()),
});

const markdown = "---\ntitle: Harbour\nauthor: Ada, Ben\ndate: 2024-03-05\n---\n\n## Part\n\nThe *ship* came.\n";

describe("stet extract", () => {
  test("a line of JSON for each file, in order, and 1 when one could not be read", { timeout: 60_000 }, async () => {
    const files = [
      put("a.md", markdown),
      put("b.md.gz", gzipSync(markdown)),
      put("c.txt", "%PDX\0\0"),
      "none.txt",
      put("e.vtt", "WEBVTT\n\n00:01.000 --> 00:02.500\nHello.\n"),
    ];
    const { code, out, problems } = await extract([...files, "--json", "--url", "https://www.times.example/a"]);
    expect(problems).toBe("");
    expect(code).toBe(1);
    const lines = out
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    const [first, second] = lines.slice(0, 2).map((line) => answer.parse(line));
    expect(second).toEqual({ ...first, file: "b.md.gz" });
    expect(first?.metadata).toEqual({
      title: { value: "Harbour", from: "the front matter" },
      byline: { value: ["Ada", "Ben"], from: "the front matter" },
      publisher: null,
      publishedAt: { value: "2024-03-05", from: "the front matter" },
      modifiedAt: null,
      canonicalUrl: { value: "https://www.times.example/a", from: "where it was fetched" },
      language: null,
      section: null,
      image: null,
    });
    expect(first?.text).toBe("Part\n\nThe ship came.");
    expect(first?.blocks).toEqual([
      { type: "heading", text: "Part", start: 0, end: 4, level: 2 },
      {
        type: "paragraph",
        text: "The ship came.",
        start: 6,
        end: 20,
        marks: [{ type: "emphasis", start: 10, end: 14 }],
      },
    ]);
    expect(lines[2]).toEqual({ file: "c.txt", error: expect.stringContaining("This looks like a binary file") });
    expect(lines[3]).toEqual({ file: "none.txt", error: expect.stringContaining("could not be read") });
    expect(answer.parse(lines[4]).blocks[0]).toMatchObject({ text: "Hello.", from: 1000, to: 2500 });
    expect(lines).toHaveLength(5);
  });

  test("standard input, a forced type, and 0 when all could be read", { timeout: 60_000 }, async () => {
    const { code, out } = await extract(["-", "--type", "text", "--json"], "# Not a heading\n");
    expect(code).toBe(0);
    expect(answer.parse(JSON.parse(out))).toMatchObject({ file: "-", format: "text", text: "# Not a heading" });
  });

  test("too large is refused by its size; a person gets a summary; wrong usage ends with 2", {
    timeout: 60_000,
  }, async () => {
    const large = put("large.pdf", "%PDF-1.7\n");
    truncateSync(join(folder, large), importLimits.containerBytes + 1);
    const { code, out } = await extract([large, put("a.md", markdown)]);
    expect(code).toBe(1);
    expect(out).toContain("too large");
    expect(out).toContain("byline        Ada, Ben  (the front matter)");
    expect(out).toContain("paragraph   The ship came.");
    expect((await extract(["a.md", "--type", "spreadsheet"])).code).toBe(2);
    expect((await extract([])).code).toBe(2);
  });
});
