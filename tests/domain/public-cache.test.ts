import { expect, test } from "vitest";
import { byteCache } from "#lib/server/public/byte-cache.ts";
import { reportPath } from "#lib/server/public/report-path.ts";
import { inRounds } from "#lib/server/public/rounds.ts";

test("whoever asks gets what was read after they asked, and those who ask together share a read", async () => {
  let truth = 1;
  const reads: string[][] = [];
  const gates: (() => void)[] = [];
  const ask = inRounds(async (keys) => {
    reads.push([...keys]);
    const seen = truth;
    await new Promise<void>((resolve) => gates.push(resolve));
    return new Map(keys.map((key) => [key, seen]));
  });
  const early = [ask("a"), ask("b"), ask("a")];
  await new Promise((resolve) => setImmediate(resolve));
  truth = 2;
  const late = [ask("a"), ask("a")];
  gates.shift()?.();
  expect(await Promise.all(early)).toEqual([1, 1, 1]);
  await new Promise((resolve) => setImmediate(resolve));
  gates.shift()?.();
  expect(await Promise.all(late)).toEqual([2, 2]);
  expect(reads).toEqual([["a", "b"], ["a"]]);
});

test("a read that fails fails for its round alone", async () => {
  let fails = true;
  const ask = inRounds(async (keys) => {
    if (fails) throw new Error("away");
    return new Map(keys.map((key) => [key, "here"]));
  });
  await expect(ask("a")).rejects.toThrow("away");
  fails = false;
  expect(await ask("a")).toBe("here");
  expect(await ask("b")).toBe("here");
});

test("what is kept is made once, goes when there is no room, and is not kept when it was nothing", async () => {
  const cache = byteCache<{ size: number; key: string }>(100);
  let made = 0;
  const get = (key: string, size = 20) =>
    cache(key, async () => {
      made += 1;
      return { size, key: `${key}${made}` };
    });
  await Promise.all([get("a"), get("a")]);
  expect((await get("a"))?.key).toBe("a1");
  for (const key of ["b", "c", "d", "e"]) await get(key);
  expect((await get("a"))?.key).toBe("a1");
  await get("f");
  expect([(await get("a"))?.key, (await get("b"))?.key]).toEqual(["a1", "b7"]);
  await get("large", 90);
  expect((await get("large", 90))?.key).toBe("large8");
  await get("huge", 101);
  expect([(await get("huge", 101))?.key, (await get("large", 90))?.key]).toEqual(["huge10", "large8"]);
  expect(await cache("nothing", async () => null)).toBeNull();
  expect(await cache("nothing", async () => ({ size: 1, key: "now" }))).toMatchObject({ key: "now" });
});

test("an address names an edition, a claim or a file, in one spelling alone", () => {
  const id = "01940000-0000-7000-8000-000000000501";
  const named = (path: string) => reportPath(path.split("/"))?.target.kind ?? null;
  expect([id, `${id}/2`, `${id}/2/claims/${id}`, `${id}/2/report.pdf`].map(named)).toEqual([
    "report",
    "report",
    "claim",
    "file",
  ]);
  expect(reportPath([id, "3", "sheet.csv.stet.json"])?.target).toEqual({ kind: "file", format: "json" });
  const nothing = [
    "",
    "x",
    `${id}/0`,
    `${id}/02`,
    `${id}/1e3`,
    `${id}/2/claims`,
    `${id}/2/toString`,
    `${id}/2/report.exe`,
  ];
  for (const path of [...nothing, id.replace("01940000", "0194000A"), `${id}/2/claims/${id}/more`, `${id}/2//`])
    expect(named(path), path).toBeNull();
});
