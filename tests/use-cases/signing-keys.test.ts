import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ok } from "#lib/domain/result.ts";
import { sign } from "#lib/formats/proof/sign.ts";
import { verifyEdition } from "#lib/formats/proof/verify-edition.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { keysPage } from "#lib/server/queries/keys-page.ts";
import { publishedKeys } from "#lib/server/queries/published-keys.ts";
import { verifyAudit } from "#lib/server/queries/verify-audit.ts";
import { openKey, sealKey } from "#lib/server/seal-key.ts";
import { readSecrets } from "#lib/server/state-folder.ts";
import { keyToSignWith } from "#lib/server/use-cases/make-key.ts";
import { revokeKey } from "#lib/server/use-cases/revoke-key.ts";
import { rotateKey } from "#lib/server/use-cases/rotate-key.ts";
import { someEdition } from "#tests/formats/edition-fixture.ts";
import { good, makeDesk, refusal, type TestDesk } from "#tests/support/desk.ts";
import { type Fresh, freshDatabase } from "#tests/support/fresh.ts";

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.close());

/** The key that a publication by an editor would sign with. */
const signing = async (desk: TestDesk) => {
  const { actor, db, now } = desk.as("editor");
  const made = await inTransaction(db, (tx) => keyToSignWith(tx, { ...actor, now }));
  return made.ok ? ok(made.value.key) : made;
};
const keysOf = async (desk: TestDesk) => (await publishedKeys({ db: fresh.db }, desk.deskId)) ?? [];

test("the first publication makes a key, two at once make one, and it stays", async () => {
  const desk = await makeDesk(fresh.db);
  expect(await keysOf(desk)).toEqual([]);
  const both = await Promise.all([signing(desk), signing(desk)]);
  const [first, second] = both.map(good);
  expect(first).toEqual(second);
  expect(good(await signing(desk)).keyId).toBe(first?.keyId);
  const keys = await keysOf(desk);
  expect(keys).toHaveLength(1);
  expect(JSON.stringify(keys)).not.toContain("sealed");
  const publishedAt = new Date(Date.now() + 1000).toISOString();
  const signed = sign(someEdition(undefined, { publishedAt }), good(await signing(desk)));
  expect(verifyEdition(signed, { keys }).filter(({ ok }) => ok !== true)).toEqual([]);
});

test("an administrator makes a new key; what the old one signed stays verifiable, and a revoked one says why", async () => {
  const desk = await makeDesk(fresh.db);
  const admin = desk.as("admin");
  const old = good(await signing(desk));
  const signed = sign(someEdition(undefined, { publishedAt: admin.now.toISOString() }), old);
  const reason = "The laptop was stolen.";
  expect(refusal(await revokeKey(admin, { id: old.keyId, reason }))).toBe("key-in-use");

  const id = uuidv7();
  const later = { ...desk.as("admin"), now: new Date(admin.now.getTime() + 60_000) };
  expect(good(await rotateKey(later, { id }))).toEqual({ id });
  expect(good(await rotateKey(later, { id }))).toEqual({ id });
  expect(good(await signing(desk)).keyId).toBe(id);
  expect(refusal(await revokeKey(later, { id, reason }))).toBe("key-in-use");
  expect(good(await revokeKey(later, { id: old.keyId, reason }))).toEqual({ id: old.keyId });
  expect(good(await revokeKey(later, { id: old.keyId, reason }))).toEqual({ id: old.keyId });
  expect(refusal(await revokeKey(later, { id: old.keyId, reason: "Another" }))).toBe("key-revoked");

  const keys = (await keysOf(desk)).map((key) => ({ ...key, createdAt: "2020-01-01T00:00:00.000Z" }));
  expect(keys).toMatchObject([
    { keyId: id, retiredAt: null },
    { keyId: old.keyId, revokedReason: reason },
  ]);
  const findings = verifyEdition(signed, { keys });
  expect(findings.filter(({ ok }) => ok !== true)).toMatchObject([{ code: "key-revoked", ok: null }]);
  expect(findings.find(({ code }) => code === "key-revoked")?.sentence).toContain(reason);
  expect(good(await keysPage(later)).keys).toMatchObject([
    { createdBy: later.actor.name },
    { revokedBy: later.actor.name },
  ]);
  expect(await verifyAudit(fresh.db, desk.deskId)).toMatchObject({ problems: [] });
});

test("only administrators manage keys, and nobody those of another desk", async () => {
  const [desk, other] = [await makeDesk(fresh.db), await makeDesk(fresh.db)];
  const theirs = good(await signing(other));
  good(await rotateKey(other.as("admin"), { id: uuidv7() }));
  for (const who of ["viewer", "checker", "editor"]) {
    expect(refusal(await keysPage(desk.as(who)))).toBe("forbidden");
    expect(refusal(await rotateKey(desk.as(who), { id: uuidv7() }))).toBe("forbidden");
    expect(refusal(await revokeKey(other.as(who), { id: theirs.keyId, reason: "No" }))).toBe("forbidden");
  }
  expect(refusal(await revokeKey(desk.as("admin"), { id: theirs.keyId, reason: "No" }))).toBe("not-found");
  expect(await publishedKeys({ db: fresh.db }, uuidv7())).toBeNull();
});

test("two rotations at once leave one key that signs", async () => {
  const desk = await makeDesk(fresh.db);
  good(await signing(desk));
  const both = await Promise.all([1, 2].map(() => rotateKey(desk.as("admin"), { id: uuidv7() })));
  expect(both.map(refusal)).toEqual(["ok", "ok"]);
  expect((await keysOf(desk)).filter((key) => key.retiredAt === null)).toHaveLength(1);
});

test("the database keeps a key as it is", async () => {
  const desk = await makeDesk(fresh.db);
  const { keyId: id } = good(await signing(desk));
  const where = { deskId_id: { deskId: desk.deskId, id } };
  await expect(fresh.db.signingKey.update({ where, data: { publicKey: "A".repeat(43) } })).rejects.toThrow();
  await expect(fresh.db.signingKey.delete({ where })).rejects.toThrow();
  good(await rotateKey(desk.as("admin"), { id: uuidv7() }));
  await expect(fresh.db.signingKey.update({ where, data: { retiredAt: null } })).rejects.toThrow();
});

test("a sealed key opens with its secret, for its row, and unharmed; another server is told what to do", async () => {
  const [seed, place] = [Buffer.alloc(32, 7), { deskId: uuidv7(), id: uuidv7() }];
  const secret = "a secret of at least thirty-two characters";
  const sealed = sealKey(seed, place, secret);
  expect(openKey(sealed, place, secret)).toEqual(seed);
  expect(sealKey(seed, place, secret)).not.toBe(sealed);
  expect(openKey(sealed, place, `${secret}.`)).toBeNull();
  expect(openKey(sealed, { ...place, id: uuidv7() }, secret)).toBeNull();
  expect(openKey(`A${sealed.slice(1)}B`, place, secret)).toBeNull();
  expect(openKey("", place, secret)).toBeNull();

  const desk = await makeDesk(fresh.db);
  good(await signing(desk));
  const kept = process.env.STET_SIGNING_SECRET;
  process.env.STET_SIGNING_SECRET = secret;
  try {
    expect(refusal(await signing(desk))).toBe("key-sealed");
    good(await rotateKey(desk.as("admin"), { id: uuidv7() }));
    good(await signing(desk));
  } finally {
    process.env.STET_SIGNING_SECRET = kept;
  }
});

test("a file of secrets from before keys keeps what it holds, and gets one for them", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-secrets-"));
  try {
    const path = join(folder, "secrets.json");
    const before = {
      nextAuthSecret: "n".repeat(43),
      serverActionsKey: "s".repeat(44),
      appRolePassword: "p".repeat(43),
    };
    writeFileSync(path, JSON.stringify(before));
    const secrets = await readSecrets(folder);
    expect(secrets).toMatchObject(before);
    expect(await readSecrets(folder)).toEqual(secrets);
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(secrets);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
