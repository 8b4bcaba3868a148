import type { SignedEdition } from "#lib/domain/edition.ts";
import { checkEarlier } from "#lib/formats/proof/check-earlier.ts";
import { checkKey, type Trust } from "#lib/formats/proof/check-key.ts";
import { differs, type Finding, fits, unseen } from "#lib/formats/proof/finding.ts";
import { isKeysAddressOf } from "#lib/formats/proof/keys-address.ts";
import type { ReadProof } from "#lib/formats/proof/read-signed.ts";

/** What the cryptography of the place says: SHA-256 of the edition, in hexadecimal, and whether the signature fits. */
export type Reckoned = { readonly digest: string; readonly isSigned: boolean };

/**
 * What fits and what does not in an edition, without a look at the file around it. Without anything in
 * `trust` nobody knows whose the key is, and a finding says so.
 */
export function checkEdition(
  { signed, isCanonical }: Omit<ReadProof, "canonical">,
  { digest, isSigned }: Reckoned,
  trust: Trust,
): Finding[] {
  const { edition, proof } = signed;
  const hasDigest = digest === proof.digest;
  return [
    isCanonical
      ? fits("form", "The edition stands in the file in its canonical form (RFC 8785).")
      : differs("form", "The edition in the file is not in its canonical form (RFC 8785): the file was changed."),
    edition.report.status === "draft"
      ? differs("schema", "The edition holds a draft, and no desk publishes one.")
      : fits("schema", `This is edition ${edition.number} of “${titleOf(edition.report.article.title)}”.`),
    hasDigest
      ? fits("digest", `The edition has the digest that was signed: ${digest}.`)
      : differs(
          "digest",
          `The edition was changed after it was signed: its digest is ${digest}, signed was ${proof.digest}.`,
        ),
    isSigned
      ? fits("signature", "The signature is that of the key over the digest.")
      : differs(
          "signature",
          "The signature is not that of the key over the digest: it was changed, or made with another key.",
        ),
    ...checkKey(signed, trust),
    ...keyName(signed, trust),
    deskFinding(edition.desk),
    ...checkEarlier(edition),
  ];
}

/** A key that is named by its public half is known; what the file calls it stands beside what is signed. */
function keyName({ edition, proof }: SignedEdition, { keys, publicKey }: Trust): Finding[] {
  if (keys !== undefined || publicKey !== proof.publicKey) return [];
  const where = edition.desk.keys === "" ? "" : `, ${edition.desk.keys}`;
  return [
    unseen(
      "key-name",
      `The name that the file gives the key, ${proof.keyId}, is signed by nobody: only the desk's list of keys says whether it is right${where}.`,
    ),
  ];
}

function deskFinding(desk: { readonly id: string; readonly name: string; readonly keys: string }): Finding {
  if (desk.keys === "") return unseen("desk", `${desk.name} names no address where its keys can be read.`);
  return isKeysAddressOf(desk.id, desk.keys)
    ? fits("desk", `It names ${desk.name}, and its keys are at ${desk.keys}.`)
    : differs("desk", `The address of the keys, ${desk.keys}, is not that of the desk it names.`);
}

function titleOf(title: string): string {
  const words = title.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}
