import "server-only";
import { randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { type Outcome, refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { privateKeyOf, publicHalf } from "#lib/formats/proof/ed25519.ts";
import type { PrivateSigningKey } from "#lib/formats/proof/sign.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { signingSecret } from "#lib/server/env.ts";
import { appendAudit } from "#lib/server/repositories/audit.ts";
import { insertSigningKey, presentKey } from "#lib/server/repositories/signing-keys.ts";
import { openKey, sealKey } from "#lib/server/seal-key.ts";

/** A key and from when it signs. */
type SigningKey = { readonly key: PrivateSigningKey; readonly since: Date };

type Maker = { readonly deskId: string; readonly memberId: string; readonly now: Date };

/**
 * The key that the desk signs with, made if it has none, in the transaction that publishes: until that ends it stays the
 * one. Whoever calls has asked whether the actor may publish. Refused when this server cannot open it.
 */
export async function keyToSignWith(tx: Tx, maker: Maker): Promise<Outcome<SigningKey>> {
  const { deskId } = maker;
  const present = await presentKey(tx, deskId);
  if (present === null) return ok({ key: await makeKey(tx, maker, uuidv7()), since: maker.now });
  const seed = openKey(present.sealedKey, { deskId, id: present.id }, signingSecret());
  return seed === null
    ? refused("key-sealed")
    : ok({ key: { keyId: present.id, privateKey: seed }, since: present.createdAt });
}

/** Makes a key for a desk that has none that signs; a duplicate key error of the database where it has. */
export async function makeKey(tx: Tx, { deskId, memberId, now }: Maker, id: string): Promise<PrivateSigningKey> {
  const seed = randomBytes(32);
  const publicKey = publicHalf(privateKeyOf(seed));
  const sealedKey = sealKey(seed, { deskId, id }, signingSecret());
  await insertSigningKey(tx, { deskId, id, publicKey, sealedKey, createdById: memberId }, now);
  const event = { action: "key.make", subjectId: id, details: { publicKey } } as const;
  await appendAudit(tx, { deskId, actorId: memberId, now }, event);
  return { keyId: id, privateKey: seed };
}
