import { expect, test } from "vitest";
import type { EditionDocument } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { isSignedBy, privateKeyOf, publicHalf, signBytes } from "#lib/formats/proof/ed25519.ts";
import { verdictOf } from "#lib/formats/proof/finding.ts";
import { readSigned } from "#lib/formats/proof/read-signed.ts";
import { sign } from "#lib/formats/proof/sign.ts";
import { reckon, verifyEdition } from "#lib/formats/proof/verify-edition.ts";
import { webReckon } from "#lib/formats/proof/web-reckon.ts";
import {
  correctedEdition,
  otherKey,
  publishedKey,
  signedEdition,
  someEdition,
  someKey,
} from "#tests/formats/edition-fixture.ts";

/** RFC 8032, section 7.1: seed, public key, message and signature, in hexadecimal. */
const vectors = [
  [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
] as const;

test.each(vectors)("signs as RFC 8032 says, seed %s", (seed, publicKey, message, signature) => {
  const key = privateKeyOf(Buffer.from(seed, "hex"));
  const words = Buffer.from(message, "hex");
  expect(Buffer.from(publicHalf(key), "base64url").toString("hex")).toBe(publicKey);
  expect(Buffer.from(signBytes(words, key), "base64url").toString("hex")).toBe(signature);
  expect(isSignedBy(publicHalf(key), words, signBytes(words, key))).toBe(true);
  expect(isSignedBy(publicHalf(key), Buffer.from(`${message}00`, "hex"), signBytes(words, key))).toBe(false);
});

const keys = [publishedKey()];
const codes = (found: ReturnType<typeof verifyEdition>) =>
  found.filter(({ ok }) => ok !== true).map(({ code }) => code);

test("an edition fits with the keys of its desk", () => {
  expect(codes(verifyEdition(signedEdition(), { keys }))).toEqual([]);
  expect(codes(verifyEdition(correctedEdition(), { keys }))).toEqual([]);
});

test("without keys nobody says whose the key is", () => {
  expect(
    verifyEdition(signedEdition())
      .filter(({ ok }) => ok === null)
      .map(({ code }) => code),
  ).toEqual(["key"]);
});

test("a key that is named by its public half is known, and the name that the file gives it is not", () => {
  const { publicKey, keyId } = publishedKey();
  const found = verifyEdition(signedEdition(), { publicKey });
  expect(codes(found)).toEqual(["key-time", "key-name"]);
  expect(found.find(({ code }) => code === "key-name")).toMatchObject({
    ok: null,
    sentence: expect.stringContaining(keyId),
  });
  expect(codes(verifyEdition(signedEdition(), { publicKey, keys }))).toEqual([]);
});

test("a changed edition, a swapped proof and another signature are named", () => {
  const signed = signedEdition();
  const changed = { ...signed, edition: { ...signed.edition, summary: "Another" } };
  expect(codes(verifyEdition(changed, { keys }))).toEqual(["digest"]);
  const swapped = { ...signed, proof: correctedEdition().proof };
  expect(codes(verifyEdition(swapped, { keys }))).toEqual(["digest"]);
  const resigned = { ...signed, proof: { ...signed.proof, signature: correctedEdition().proof.signature } };
  expect(codes(verifyEdition(resigned, { keys }))).toEqual(["signature"]);
});

test("a forgery that is signed with an unknown key, or with another desk's, is refused", () => {
  const forged = sign(someEdition(undefined, { summary: "All true." }), otherKey);
  expect(codes(verifyEdition(forged, { keys }))).toEqual(["key"]);
  expect(codes(verifyEdition(forged, { keys: [] }))).toEqual(["key"]);
  const renamed = sign(someEdition(), { ...otherKey, keyId: someKey.keyId });
  expect(codes(verifyEdition(renamed, { keys }))).toEqual(["key"]);
  expect(codes(verifyEdition(signedEdition(), { keys: [publishedKey(otherKey)] }))).toEqual(["key"]);
  const elsewhere = { ...someEdition().desk, keys: "https://elsewhere.example/.well-known/stet-keys/other" };
  expect(codes(verifyEdition(signedEdition(undefined, { desk: elsewhere }), { keys }))).toEqual(["desk"]);
});

const deskId = someEdition().desk.id;
const path = `/.well-known/stet-keys/${deskId}`;

test.each([
  `https://desk.lantern.example/.well-known/stet-keys/01940000-0000-7000-8000-000000000999?${path}`,
  `https://desk.lantern.example/.well-known/stet-keys/01940000-0000-7000-8000-000000000999#${path}`,
  `https://desk.lantern.example${path}?`,
  `https://desk.lantern.example${path}#`,
  `https://desk.lantern.example${path}/`,
  `https://desk.lantern.example/elsewhere${path}`,
  `https://desk.lantern.example/elsewhere/..${path}/../other`,
  `https://desk.lantern.example@elsewhere.example${path}`,
  `javascript:${path}`,
  `ftp://desk.lantern.example${path}`,
  path,
])("an address of keys that only looks like the desk's is refused: %s", (address) => {
  const desk = { ...someEdition().desk, keys: address };
  expect(codes(verifyEdition(signedEdition(undefined, { desk }), { keys }))).toEqual(["desk"]);
});

test("keys at a port of the machine itself are at the desk's address", () => {
  const desk = { ...someEdition().desk, keys: `http://localhost:3290${path}` };
  expect(codes(verifyEdition(signedEdition(undefined, { desk }), { keys }))).toEqual([]);
});

test("a key signs between its making and its end", () => {
  const at = (change: Parameters<typeof publishedKey>[1]) =>
    verifyEdition(signedEdition(), { keys: [publishedKey(someKey, change)] });
  expect(codes(at({ createdAt: "2026-06-20T00:00:00.000Z" }))).toEqual(["key-time"]);
  expect(codes(at({ retiredAt: "2026-06-18T00:00:00.000Z" }))).toEqual(["key-time"]);
  expect(codes(at({ retiredAt: "2026-07-01T00:00:00.000Z" }))).toEqual([]);
  const revoked = { revokedReason: "The laptop was stolen.", retiredAt: "2026-07-01T00:00:00.000Z" };
  expect(codes(at({ ...revoked, revokedAt: "2026-06-19T14:32:00.000Z" }))).toEqual(["key-revoked"]);
});

test("what a revoked key signed is proved by the desk's own address alone, whatever day the edition names", () => {
  const stolen = { revokedReason: "The laptop was stolen.", retiredAt: "2026-07-01T00:00:00.000Z" };
  const revoked = [publishedKey(someKey, { ...stolen, revokedAt: "2026-07-02T00:00:00.000Z" })];
  // The thief signs what the desk never said, as of a day on which the key was the desk's.
  const forged = sign(someEdition(undefined, { summary: "All true." }), someKey);
  const of = (digestAtDesk?: string) =>
    verifyEdition(forged, { keys: revoked, digestAtDesk }).find(({ code }) => code === "key-revoked");
  expect(verdictOf(verifyEdition(forged, { keys: revoked }))).toBe("whole");
  expect(of()).toMatchObject({ ok: null, sentence: expect.stringContaining("whoever has the key can write any day") });
  expect(of()?.sentence).toContain("The laptop was stolen.");
  expect(of()?.sentence).toContain(forged.proof.digest);
  expect(of(signedEdition().proof.digest)).toMatchObject({ ok: false });
  expect(of(forged.proof.digest)).toMatchObject({ ok: true });
});

const change = { kind: "update", what: "More claims", why: "More was checked." } as const;
const first = { number: 1, publishedAt: "2026-06-01T00:00:00.000Z", digest: "ab".repeat(32), change: null };
const second = { number: 2, publishedAt: "2026-06-02T00:00:00.000Z", digest: "cd".repeat(32), change };

test.each<[string, Partial<EditionDocument>, string]>([
  ["a first edition that changes something", { change }, "number"],
  ["a later one that says nothing", { number: 2, earlier: [first] }, "number"],
  [
    "a withdrawal with a published report",
    { number: 2, earlier: [first], change: { ...change, kind: "withdrawal" } },
    "number",
  ],
  ["a gap", { number: 3, change, earlier: [first] }, "earlier"],
  ["the wrong order", { number: 3, change, earlier: [second, first] }, "earlier"],
  [
    "a day that goes back",
    { number: 2, change, earlier: [{ ...first, publishedAt: "2026-07-01T00:00:00.000Z" }] },
    "earlier",
  ],
  ["one digest twice", { number: 3, change, earlier: [first, { ...second, digest: first.digest }] }, "earlier"],
])("numbers and earlier digests: %s", (_, changed, code) => {
  expect(codes(verifyEdition(signedEdition(undefined, changed), { keys }))).toEqual([code]);
});

test("the browser's cryptography says the same as Node's", async () => {
  for (const signed of [
    signedEdition(),
    { ...signedEdition(), proof: { ...signedEdition().proof, digest: "ab".repeat(32) } },
  ]) {
    const proof = { signed, canonical: canonicalJson(signed.edition) };
    expect(await webReckon(proof)).toEqual(reckon(proof));
  }
});

test("what is no edition is told in a sentence", () => {
  const text = canonicalJson(signedEdition());
  expect(readSigned(text)).toMatchObject({ ok: true, value: { isCanonical: true } });
  expect(readSigned(text.replaceAll("<", "\\u003c"))).toMatchObject({ ok: true, value: { isCanonical: true } });
  expect(readSigned(text.replace("{", "{ "))).toMatchObject({ ok: true, value: { isCanonical: false } });
  const sentence = (words: string) => expect(readSigned(words)).toMatchObject({ ok: false, error: expect.any(String) });
  for (const words of [
    "",
    "{}",
    "null",
    "[1]",
    text.slice(0, -1),
    "[".repeat(1_000_000),
    text.replace("stet-edition-1", "stet-edition-9"),
  ]) {
    sentence(words);
  }
  const lone = text.replace('"summary":""', '"summary":"\\ud800"');
  expect(lone).not.toBe(text);
  expect(readSigned(lone)).toMatchObject({ error: expect.stringContaining("half a character") });
  const inReport = text.replace('"status":', '"more":[-1e400],"status":');
  expect(inReport).not.toBe(text);
  expect(readSigned(inReport)).toMatchObject({ error: expect.stringContaining("a number that is larger than any") });
});
