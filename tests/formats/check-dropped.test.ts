import { beforeEach, expect, test } from "vitest";
import { editionLayout, type SignedEdition } from "#lib/domain/edition.ts";
import { writeEdition } from "#lib/formats/edition/write-edition.ts";
import { checkDropped } from "#lib/formats/proof/check-dropped.ts";
import { sign } from "#lib/formats/proof/sign.ts";
import { otherKey, publishedKey, signedEdition, someEdition, someKey } from "#tests/formats/edition-fixture.ts";

const origin = "https://desk.lantern.example";
const articleId = "01940000-0000-7000-8000-000000000900";
const address = `${origin}/r/${articleId}/1`;
const signed = signedEdition(undefined, { address });
const names = { "report.md": "markdown", "edition.json": "json" };

/** What this server answers, by address. */
const answers = new Map<string, () => Response>();
const asked: string[] = [];

beforeEach(() => {
  answers.clear();
  asked.length = 0;
  answers.set(signed.edition.desk.keys, () => Response.json([publishedKey()]));
});

async function ask(url: string, method: "GET" | "HEAD"): Promise<Response | null> {
  asked.push(`${method} ${url}`);
  return answers.get(url)?.() ?? null;
}

async function markdown(edition: SignedEdition): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array((await writeEdition(edition, "markdown")).bytes);
}
const check = async (bytes: Uint8Array<ArrayBuffer>) =>
  await checkDropped([new File([bytes], "report.md")], { names, ask });

/** The edition is public here, and `newest` is the newest of its report. */
async function open(newest: number): Promise<void> {
  const bytes = await markdown(signed);
  answers.set(`${address}/report.md`, () => new Response(bytes));
  const link = { link: `<${origin}/r/${articleId}/${newest}>; rel="canonical"` };
  answers.set(`${origin}/r/${articleId}`, () => new Response("", { headers: link }));
}

test("an edition of this server's desk is vouched for by its published keys, and the newest is known", async () => {
  await open(1);
  expect(await check(await markdown(signed))).toMatchObject({ verdict: "genuine", key: "vouched", newer: null });
  await open(3);
  const newer = { number: 3, href: `${origin}/r/${articleId}/3` };
  expect(await check(await markdown(signed))).toMatchObject({ verdict: "genuine", newer });
});

test("a forger's key is refused where the desk is this server's, whatever the file calls it", async () => {
  await open(1);
  for (const key of [otherKey, { ...otherKey, keyId: someKey.keyId }]) {
    const forged = sign(someEdition(undefined, { address, summary: "All true." }), key);
    expect(await check(await markdown(forged))).toMatchObject({ verdict: "refused", key: "unknown", newer: null });
  }
});

test("what a revoked key signed is genuine only where this server gives the same edition to everybody", async () => {
  const ended = {
    retiredAt: "2026-07-01T00:00:00.000Z",
    revokedAt: "2026-07-02T00:00:00.000Z",
    revokedReason: "Stolen.",
  };
  answers.set(signed.edition.desk.keys, () => Response.json([publishedKey(someKey, ended)]));
  const written = async (edition: SignedEdition) => new Uint8Array((await writeEdition(edition, "json")).bytes);
  const file = await written(signed);
  const json = async (bytes = file) => await checkDropped([new File([bytes], "edition.json")], { names, ask });
  expect(await json()).toMatchObject({ verdict: "whole", key: "revoked" });
  const publish = () => answers.set(`${address}/edition.json`, () => new Response(file));
  publish();
  expect(await json()).toMatchObject({ verdict: "genuine", key: "revoked" });
  const forged = sign(someEdition(undefined, { address, summary: "All true." }), someKey);
  expect(await json(await written(forged))).toMatchObject({ verdict: "refused", key: "revoked" });
  // An address that is no public page of an edition is not asked, whatever it would give.
  const elsewhere = `${origin}/captures/1`;
  const placed = sign(someEdition(undefined, { address: elsewhere, summary: "All true." }), someKey);
  const bytes = await written(placed);
  answers.set(`${elsewhere}/edition.json`, () => new Response(bytes));
  expect(await json(bytes)).toMatchObject({ verdict: "whole", key: "revoked" });
});

test("of a desk elsewhere nobody vouches for the key, and nothing is said of newer editions", async () => {
  answers.clear();
  const answer = await check(await markdown(signed));
  expect(answer).toMatchObject({ verdict: "uncompared", key: "unknown", newer: null });
});

test("an edition that is not open here is vouched for, and its file's words are left to be compared", async () => {
  const changed = new TextDecoder().decode(await markdown(signed)).replace(/\bthe\b/, "thy");
  const answer = await check(new Uint8Array(new TextEncoder().encode(changed)));
  expect(answer).toMatchObject({ verdict: "uncompared", key: "vouched", newer: null });
});

test("a changed letter is refused where the file is public here, and not compared where another release laid it out", async () => {
  await open(1);
  const fairy = async (edition: SignedEdition) =>
    new Uint8Array(
      new TextEncoder().encode(new TextDecoder().decode(await markdown(edition)).replace(/\bthe\b/, "thy")),
    );
  expect(await check(await fairy(signed))).toMatchObject({ verdict: "refused" });
  const answer = await check(await fairy({ ...signed, layout: editionLayout + 1 }));
  expect(answer).toMatchObject({ verdict: "uncompared", key: "vouched" });
  expect(answer.findings.at(-1)?.sentence).toContain("another release of Stet");
});

test("the keys of another desk of this server vouch for nothing, however their address ends", async () => {
  const { desk } = signed.edition;
  const other = `${origin}/.well-known/stet-keys/01940000-0000-7000-8000-000000000999`;
  for (const end of ["?", "?x=", "#"]) {
    const keys = `${other}${end}/.well-known/stet-keys/${desk.id}`;
    answers.set(keys, () => Response.json([publishedKey(otherKey)]));
    const forged = sign(someEdition(undefined, { address, desk: { ...desk, keys }, summary: "All true." }), otherKey);
    expect(await check(await markdown(forged))).toMatchObject({ verdict: "refused", key: "unknown" });
    expect(asked).not.toContain(`GET ${keys}`);
  }
});

test("a file that has no room in the browser is told apart from a browser that is too old", async () => {
  const sentenceFor = async (error: Error) => {
    const file = new File(["{}"], "edition.json");
    file.arrayBuffer = () => Promise.reject(error);
    return (await checkDropped([file], { names, ask })).findings.map(({ sentence }) => sentence);
  };
  expect(await sentenceFor(new RangeError("Array buffer allocation failed"))).toEqual([
    "There is no room in this browser to check the file. Use the command below.",
  ]);
  expect(await sentenceFor(new TypeError("Ed25519"))).toEqual([expect.stringContaining("Use a newer one")]);
});
