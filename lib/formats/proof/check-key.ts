import type { PublishedKey, SignedEdition } from "#lib/domain/edition.ts";
import { differs, type Finding, fits, unseen } from "#lib/formats/proof/finding.ts";

/** By what a key is vouched for: the keys that the desk publishes, from a place that is trusted, or one key by name. */
export type Trust = {
  readonly keys?: readonly PublishedKey[] | undefined;
  /** The public half of a key that whoever asks knows for the desk's, base64url. */
  readonly publicKey?: string | undefined;
  /**
   * The digest of the edition that the desk's own address gives in the place of this one: what a revoked key signed is
   * proved by nothing else. Not there where nobody could ask.
   */
  readonly digestAtDesk?: string | undefined;
};

/** Whether somebody vouches for the key that signed, and what became of it since. */
export type KeyStanding = "vouched" | "unknown" | "retired" | "revoked";

export function keyStanding({ proof }: SignedEdition, { keys, publicKey }: Trust): KeyStanding {
  if (publicKey !== undefined && publicKey !== proof.publicKey) return "unknown";
  if (keys === undefined) return publicKey === undefined ? "unknown" : "vouched";
  const named = keys.find((key) => key.keyId === proof.keyId && key.publicKey === proof.publicKey);
  if (named === undefined) return "unknown";
  if (named.revokedAt !== null) return "revoked";
  return named.retiredAt === null ? "vouched" : "retired";
}

/** Whether the key is one that the desk publishes, and could sign on the day that the edition names. */
export function checkKey({ edition, proof }: SignedEdition, { keys, publicKey, digestAtDesk }: Trust): Finding[] {
  const { desk, publishedAt } = edition;
  if (publicKey !== undefined && publicKey !== proof.publicKey)
    return [differs("key", `It was signed with a key that is not the one you named: ${proof.publicKey}.`)];
  if (keys === undefined) {
    const where = desk.keys === "" ? "the desk's own site" : desk.keys;
    if (publicKey === undefined)
      return [
        unseen("key", `Whose key this is was not looked at: compare ${proof.publicKey} with the keys at ${where}.`),
      ];
    return [
      fits("key", `The key is the one you named: ${publicKey}.`),
      unseen(
        "key-time",
        `Whether it was in use then, or was revoked since, only the desk's list of keys says: ${where}.`,
      ),
    ];
  }
  const named = keys.find((key) => key.keyId === proof.keyId);
  if (named === undefined) return [differs("key", strangerSentence(proof.publicKey, keys))];
  if (named.publicKey !== proof.publicKey) {
    return [differs("key", `It names the desk's key ${named.keyId}, and was signed with another: ${proof.publicKey}.`)];
  }
  const known = fits("key", `The key is the desk's: ${named.publicKey}.`);
  return [known, timeFinding(named, publishedAt), ...revocation(named, { edition, proof }, digestAtDesk)];
}

function strangerSentence(publicKey: string, keys: readonly PublishedKey[]): string {
  if (keys.some((key) => key.publicKey === publicKey))
    return "The key is the desk's, under another name: the proof was changed.";
  const published = keys.length === 1 ? "one key" : `${keys.length === 0 ? "no" : keys.length} keys`;
  return `It was signed with a key that the desk has not published, ${publicKey}: another desk signed this, or somebody who is none. The desk publishes ${published}.`;
}

function timeFinding({ createdAt, retiredAt }: PublishedKey, publishedAt: string): Finding {
  if (isBefore(publishedAt, createdAt)) {
    return differs("key-time", `The edition says ${dayOf(publishedAt)}, and its key was made on ${dayOf(createdAt)}.`);
  }
  if (retiredAt !== null && isBefore(retiredAt, publishedAt)) {
    return differs(
      "key-time",
      `The edition says ${dayOf(publishedAt)}, and its key was retired on ${dayOf(retiredAt)}.`,
    );
  }
  return fits("key-time", `The key was in use when the edition says it was published, ${dayOf(publishedAt)}.`);
}

/**
 * A revoked key stays on the list for what it signed before. Whoever stole it writes an earlier day as easily as any, so
 * the day that the edition names proves nothing.
 */
function revocation(
  { revokedAt, revokedReason }: PublishedKey,
  { edition: { publishedAt, address }, proof }: SignedEdition,
  digestAtDesk: string | undefined,
): Finding[] {
  if (revokedAt === null) return [];
  const why = `The desk revoked this key on ${dayOf(revokedAt)}: “${revokedReason ?? ""}”.`;
  if (!isBefore(publishedAt, revokedAt))
    return [differs("key-revoked", `${why} The edition is of ${dayOf(publishedAt)}.`)];
  if (digestAtDesk === proof.digest)
    return [fits("key-revoked", `${why} The desk's own address gives this very edition: the desk published it.`)];
  if (digestAtDesk !== undefined)
    return [differs("key-revoked", `${why} The desk's own address gives another edition in the place of this one.`)];
  const where = address === "" ? "Ask the desk" : `See at the desk's own address, ${address},`;
  return [
    unseen(
      "key-revoked",
      `${why} The edition names an earlier day, ${dayOf(publishedAt)}, and whoever has the key can write any day: when it was signed is not proved. ${where} whether the desk published an edition with the digest ${proof.digest}.`,
    ),
  ];
}

function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}

/** To the second: a key is made and used in the same minute. */
function dayOf(time: string): string {
  return time.slice(0, 19).replace("T", " ").concat(" UTC");
}
