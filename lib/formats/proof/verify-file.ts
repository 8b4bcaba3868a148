import type { EditionFormat, SignedEdition } from "#lib/domain/edition.ts";
import { err, ok, type Result } from "#lib/domain/result.ts";
import { canonicalForm } from "#lib/formats/canonical-form.ts";
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
  const opened = await openedFile(file);
  if (!opened.ok) return refusedFor(opened.error);
  const { proof, formats, beside } = opened.value;
  const { signed } = proof;
  const trust = await trustFor(signed);
  const findings = [beside, ...checkEdition(proof, await reckon(proof), trust)];
  // What was made of an edition that nobody signed says nothing about the file.
  const isSound = findings.every(({ code, ok }) => ok !== false || (code !== "digest" && code !== "signature"));
  const all = isSound ? [...findings, await compare(bytesOf(file, formats), { signed, formats })] : findings;
  // Anybody can write a desk's key beside a signature that is none.
  const key = isSound ? keyStanding(signed, trust) : "unknown";
  return { verdict: verdictOf(all), key, signed, findings: all };
}

type Opened = { readonly proof: ReadProof; readonly formats: readonly EditionFormat[]; readonly beside: Finding };

async function openedFile(file: FileToVerify): Promise<Result<Opened, string>> {
  try {
    const found = await findProof(file.name, file.bytes, file.sidecar);
    if (!found.ok) return found;
    const { text, formats, beside } = found.value;
    const read = readSigned(text);
    return read.ok ? ok({ proof: read.value, formats, beside: besideFinding(read.value, beside) }) : read;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // No room: for a string, an array or the stack.
    return err(
      "There is no room here to open all that this file holds. Check it on a larger machine, by npx stet verify.",
    );
  }
}

/** Two files can hold one edition and write it otherwise: HTML has no "<" in it, and not every one ends in a line feed. */
function besideFinding({ signed, canonical }: ReadProof, beside: string | null): Finding {
  const own = fits("proof", "The file has its edition with it.");
  if (beside === null) return own;
  const other = readSigned(beside);
  if (!other.ok)
    return differs("beside", `The file beside it holds no edition to hold this one against. ${other.error}`);
  const isSame =
    other.value.canonical === canonical && canonicalForm(other.value.signed.proof) === canonicalForm(signed.proof);
  return isSame
    ? own
    : differs("beside", "The file beside it holds another edition than the file itself: one of them was swapped.");
}

/** What is made to stand beside another file may come without its line feed, and be checked by itself. */
function bytesOf({ name, bytes }: FileToVerify, formats: readonly EditionFormat[]): Uint8Array {
  const isSidecar = formats.includes("json") && name.toLowerCase().endsWith(".stet.json");
  if (!isSidecar || bytes.at(-1) === 0x0a) return bytes;
  const longer = new Uint8Array(bytes.byteLength + 1);
  longer.set(bytes);
  longer[bytes.byteLength] = 0x0a;
  return longer;
}

function refusedFor(sentence: string): Verified {
  return { verdict: "refused", key: "unknown", signed: null, findings: [differs("proof", sentence)] };
}
