import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stet-agreement-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

type Run = { readonly code: number | null; readonly out: string; readonly problems: string };

function agreement(args: readonly string[], input = ""): Promise<Run> {
  const program = fileURLToPath(new URL("../../cli/stet.ts", import.meta.url));
  const flags = ["-C", "react-server", "--disable-warning=ExperimentalWarning"];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [...flags, program, "agreement", ...args], { cwd: folder });
    let out = "";
    let problems = "";
    child.stdout.on("data", (piece: Buffer) => {
      out += piece.toString();
    });
    child.stderr.on("data", (piece: Buffer) => {
      problems += piece.toString();
    });
    child.on("close", (code) => resolve({ code, out, problems }));
    child.stdin.on("error", () => {}); // It need not read to the end of what it refuses.
    child.stdin.end(input);
  });
}

function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

/** Krippendorff 2011: four observers, twelve units. */
const published =
  "A,B,C,D\n1,1,,1\n2,2,3,2\n3,3,3,3\n3,3,3,3\n2,2,2,2\n1,2,3,4\n4,4,4,4\n1,1,2,1\n2,2,2,2\n,5,5,5\n,,1,1\n,3,,\n";

describe("stet agreement", () => {
  test("the figure as JSON, from a file and from standard input, and for a person", { timeout: 60_000 }, async () => {
    const file = put("published.csv", published);
    const { code, out, problems } = await agreement([file, "--metric", "krippendorff-nominal", "--json"]);
    expect({ code, problems }).toEqual({ code: 0, problems: "" });
    expect(out).toMatch(
      /^\{"metric":"krippendorff-nominal","value":0\.74342105263157\d+,"items":11,"pairable":40,"raters":4\}\n$/,
    );
    const ordinal = await agreement(["-", "--metric", "krippendorff-ordinal"], published);
    expect(ordinal.out).toBe(
      "Krippendorff's alpha, ordinal: 0.815\n11 of 12 items counted, 40 ratings on them, 4 raters\n",
    );
  });

  test("an undefined figure is null with its reason, and no failure", { timeout: 60_000 }, async () => {
    const { code, out } = await agreement(["-", "--metric", "cohen", "--json"], "A,B\ntrue,true\ntrue,true\n");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      metric: "cohen",
      value: null,
      items: 2,
      pairable: 4,
      raters: 2,
      reason: expect.stringContaining("are the same"),
    });
  });

  test("1 for a table that cannot be read, 2 for wrong usage", { timeout: 60_000 }, async () => {
    const file = put("published.csv", published);
    const three = await agreement([file, "--metric", "cohen", "--json"]);
    expect(three.code).toBe(1);
    expect(JSON.parse(three.out)).toMatchObject({
      error: "invalid",
      sentence: expect.stringContaining("this table has 4"),
    });
    const words = await agreement(["-", "--metric", "krippendorff-ordinal"], "A,B\n1,2\n1,high\n");
    expect(words).toMatchObject({ code: 1, problems: expect.stringContaining("Line 3 has in column 2 “high”") });
    expect(await agreement(["none.csv", "--metric", "fleiss"])).toMatchObject({
      code: 1,
      problems: expect.stringContaining("could not be read"),
    });
    const large = put("large.csv", published);
    truncateSync(join(folder, large), 128 * 1024 * 1024 + 1);
    expect(await agreement([large, "--metric", "fleiss"])).toMatchObject({
      code: 1,
      problems: expect.stringContaining("larger than 128 MB"),
    });
    const utf16 = put("utf16.csv", Buffer.from(`\uFEFF${published}`, "utf16le"));
    expect((await agreement([utf16, "--metric", "fleiss"])).problems).toContain("not UTF-8");
    expect((await agreement([file, "--metric", "kappa"])).code).toBe(2);
    expect((await agreement([file])).code).toBe(2);
    expect((await agreement([])).code).toBe(2);
  });
});
