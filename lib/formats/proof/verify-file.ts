import type { EditionFormat, SignedEdition } from "#lib/domain/edition.ts";
import { checkEdition, type Reckoned } from "#lib/formats/proof/check-edition.ts";
import { type KeyStanding, keyStanding, type Trust } from "#lib/formats/proof/check-key.ts";
import { findProof } from "#lib/formats/proof/find-proof.ts";
import { differs, type Finding, fits, type Verdict, verdictOf } from "#lib/formats/proof/finding.ts";
import { type ReadProof, readSigned } from "#lib/formats/proof/read-signed.ts";

/** `signed` is null where no edition could be read. */
type Verified = {
  readonly verdict: Verdict;
  readonly key: KeyStanding;
  readonly signed: SignedEdition | null;
  readonly findings: readonly Finding[];
};

export type FileToVerify = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The file beside it, where it came with one. */
  readonly sidecar?: Uint8Array;
};

/** What the place where it runs brings along. */
type Means = {
  readonly reckon: (proof: ReadProof) => Reckoned | Promise<Reckoned>;
  /** What vouches for the desk's keys here, if anything does. */
  readonly trustFor: (signed: SignedEdition) => Promise<Trust>;
  readonly compare: (
    bytes: Uint8Array,
    found: { readonly signed: SignedEdition; readonly formats: readonly EditionFormat[] },
  ) => Promise<Finding>;
};

/** Checks an exported file: its edition, the signature, the key, and the file's own words. */
export async function verifyFile(file: FileToVerify, { reckon, trustFor, compare }: Means): Promise<Verified> {
  const found = await findProof(file.name, file.bytes, file.sidecar);
  if (!found.ok) return refusedFor(found.error);
  const { text, formats, isSame } = found.value;
  const read = readSigned(text);
  if (!read.ok) return refusedFor(read.error);
  const { signed } = read.value;
  const beside = isSame
    ? fits("proof", "The file has its edition with it.")
    : differs("beside", "The file beside it holds another edition than the file itself: one of them was swapped.");
  const trust = await trustFor(signed);
  const findings = [beside, ...checkEdition(read.value, await reckon(read.value), trust)];
  // What was made of an edition that nobody signed says nothing about the file.
  const isSound = findings.every(({ code, ok }) => ok !== false || (code !== "digest" && code !== "signature"));
  const all = isSound ? [...findings, await compare(file.bytes, { signed, formats })] : findings;
  // Anybody can write a desk's key beside a signature that is none.
  const key = isSound ? keyStanding(signed, trust) : "unknown";
  return { verdict: verdictOf(all), key, signed, findings: all };
}

function refusedFor(sentence: string): Verified {
  return { verdict: "refused", key: "unknown", signed: null, findings: [differs("proof", sentence)] };
}
