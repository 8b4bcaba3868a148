import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { sign } from "#lib/formats/proof/sign.ts";
import { otherKey, publishedKey, signedEdition, someEdition, someKey } from "#tests/formats/edition-fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-verify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Answer = { readonly code: number; readonly out: string; readonly said: string };

/** Runs `stet verify` with no database and no network to ask. */
function verify(...words: string[]): Promise<Answer> {
  const env = {
    NODE_ENV: "test" as const,
    PATH: process.env.PATH,
    STET_STATE: folder,
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
  };
  const args = ["-C", "react-server", "--disable-warning=DeprecationWarning", "cli/stet.ts", "verify", ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, said) => {
      resolve({ code: error === null ? 0 : Number(error.code), out, said });
    });
  });
}

function saved(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const signed = signedEdition();
const forged = sign(someEdition(undefined, { summary: "All of it is true." }), { ...otherKey, keyId: someKey.keyId });
const own = publishedKey();
const markdown = async (edition = signed) => (await writeEdition(edition, "markdown")).bytes;
const genuine = saved("genuine.md", await markdown());
const forgery = saved("forged.md", await markdown(forged));
const keys = saved("keys.json", JSON.stringify([own]));
const json = async (...words: string[]) => JSON.parse((await verify(...words, "--json")).out);

describe("whose key it is", () => {
  test("is said first, as nobody's who was vouched for, with the ways to vouch", async () => {
    for (const [file, key] of [
      [genuine, own.publicKey],
      [forgery, publishedKey(otherKey).publicKey],
    ] as const) {
      const { code, out } = await verify(file);
      expect(code).toBe(0);
      const [head, second, ...rest] = out.split("\n");
      expect(head).toContain("nobody has vouched for here");
      expect(second).toContain(key);
      expect(second).toContain("anybody can write that");
      expect(rest.slice(0, 3).join("\n")).toMatch(/--keys FILE[\s\S]*--key KEY/);
      expect(out).not.toMatch(/genuine/i);
      expect(await json(file)).toMatchObject({ verdict: "whole", key: "unknown" });
    }
  });

  test("is vouched for by the desk's keys or by one of them, and a key that is not among them is refused", async () => {
    expect(await verify(genuine, "--keys", keys)).toMatchObject({ code: 0, out: expect.stringMatching(/^Genuine: /) });
    expect(await json(genuine, "--key", own.publicKey)).toMatchObject({ verdict: "whole", key: "vouched" });
    const named = await verify(genuine, "--key", own.publicKey);
    expect([named.code, named.out]).toEqual([0, expect.stringContaining("vouched for here")]);
    expect(named.out).toContain(`? The name that the file gives the key, ${own.keyId}, is signed by nobody`);
    for (const words of [
      ["--keys", keys],
      ["--key", own.publicKey],
      ["--keys", keys, "--key", own.publicKey],
    ]) {
      const answer = await verify(forgery, ...words);
      expect([answer.code, answer.out]).toEqual([1, expect.stringMatching(/^Refused: /)]);
      expect(await json(forgery, ...words)).toMatchObject({ verdict: "refused", key: "unknown" });
    }
    const stranger = saved("stranger.md", await markdown(sign(someEdition(), otherKey)));
    const refused = await verify(stranger, "--keys", keys);
    expect([refused.code, refused.out]).toEqual([
      1,
      expect.stringContaining("signed with a key that the desk has not published"),
    ]);
  }, 180_000);

  test("is retired or revoked as the desk's list says", async () => {
    const ended = { retiredAt: "2026-07-01T00:00:00.000Z" };
    const retired = saved("retired.json", JSON.stringify([publishedKey(someKey, ended)]));
    expect(await json(genuine, "--keys", retired)).toMatchObject({ verdict: "genuine", key: "retired" });
    const revoked = (revokedAt: string) =>
      saved("revoked.json", JSON.stringify([publishedKey(someKey, { ...ended, revokedAt, revokedReason: "Stolen." })]));
    const stolen = saved("stolen.md", await markdown(sign(someEdition(undefined, { summary: "All true." }), someKey)));
    const list = revoked("2026-07-02T00:00:00.000Z");
    for (const file of [genuine, stolen]) {
      const { out, code } = await verify(file, "--keys", list);
      expect(code).toBe(3);
      expect(out).toMatch(/^Whole, and not proved: .*write an earlier day\.\n.*revoked since/);
      expect(out).toContain("when it was signed is not proved");
      expect(out).not.toMatch(/genuine/i);
      expect(await json(file, "--keys", list)).toMatchObject({ verdict: "whole", key: "revoked" });
    }
    expect(await json(genuine, "--keys", revoked("2026-06-02T00:00:00.000Z"))).toMatchObject({
      verdict: "refused",
      key: "revoked",
    });
  }, 60_000);

  test("is not told by an id, which anybody can copy, nor by a file that holds no keys", async () => {
    expect(await verify(forgery, "--key", someKey.keyId)).toMatchObject({ code: 2 });
    expect(await verify(genuine, "--keys", saved("not.json", "{}"))).toMatchObject({ code: 1 });
  });
});

test("a file of another release is a third answer with an exit code of its own", async () => {
  const words = new TextDecoder().decode(await markdown({ ...signed, layout: 7 })).replace(/\bthe\b/, "thy");
  const other = saved("other.md", words);
  const { code, out } = await verify(other, "--keys", keys);
  expect(code).toBe(3);
  expect(out).toMatch(/^Not compared: the signed edition in it is genuine/);
  expect(out).toContain(`Download it again at ${signed.edition.address}`);
  expect(await json(other)).toMatchObject({ verdict: "uncompared", key: "unknown" });
});

test("a sidecar is found by its name, and missed with a sentence; a cut file is refused", async () => {
  const { bytes } = await writeEdition(signed, "csv");
  const alone = saved("alone.csv", bytes);
  const missing = await verify(alone, "--keys", keys);
  expect([missing.code, missing.out]).toEqual([1, expect.stringContaining("Give the file beside it as well")]);
  const beside = sidecarOf(signed, "with.csv");
  saved(beside.fileName, beside.bytes);
  expect(await json(saved("with.csv", bytes), "--keys", keys)).toMatchObject({ verdict: "genuine" });
  expect((await verify(alone, "--with", join(folder, "with.csv.stet.json"), "--keys", keys)).code).toBe(0);
  const other = saved("other.json", canonicalJson(forged));
  expect((await verify(alone, "--with", other, "--keys", keys)).code).toBe(1);
  expect(
    (await verify(saved("cut.csv", bytes.subarray(0, 200)), "--with", join(folder, "with.csv.stet.json"))).code,
  ).toBe(1);
  expect((await verify(join(folder, "nothing.md"))).code).toBe(1);
}, 180_000);
