import type { SignedEdition } from "#lib/domain/edition.ts";
import type { KeyStanding } from "#lib/formats/proof/check-key.ts";
import type { Finding, Verdict } from "#lib/formats/proof/finding.ts";

type Verified = {
  readonly verdict: Verdict;
  readonly key: KeyStanding;
  readonly signed: SignedEdition | null;
  readonly findings: readonly Finding[];
};

/** The answer for a person: what it comes to, whose key it is, then each thing that was looked at. */
export function verifiedWords({ verdict, key, signed, findings }: Verified): string {
  const mark = (finding: Finding) => (finding.ok === null ? "?" : finding.ok ? "+" : "-");
  const about = signed === null || verdict === "refused" ? [] : keyLines(signed, key);
  const looked = findings.map((finding) => `  ${mark(finding)} ${finding.sentence}`);
  return [headOf({ verdict, key, signed }), ...about, ...looked].map(printable).join("\n");
}

function headOf({ verdict, key, signed }: Omit<Verified, "findings">): string {
  switch (verdict) {
    case "genuine":
      return "Genuine: the file is what the desk published.";
    case "whole":
      if (key === "revoked")
        return "Whole, and not proved: nothing in the file was changed since it was signed, with a key that the desk has revoked. Whoever stole such a key can sign anything with it, and write an earlier day.";
      return key === "unknown"
        ? "Whole: nothing in the file was changed since it was signed. By whom it was signed, nobody has vouched for here."
        : "Whole: nothing that was looked at differs, and the key is vouched for. What was not looked at is marked below.";
    case "uncompared":
      if (key === "revoked")
        return "Not compared: the signed edition in it is whole, and the key that signed it was revoked; the words that the file shows may be other ones.";
      return key === "unknown"
        ? "Not compared: the signed edition in it is whole, by whomever; the words that the file shows may be other ones."
        : "Not compared: the signed edition in it is genuine; the words that the file shows may be other ones.";
    case "refused":
      return signed === null ? "Refused: it could not be checked." : "Refused: something does not fit.";
  }
}

function keyLines({ edition: { desk }, proof }: SignedEdition, key: KeyStanding): string[] {
  const line = `  Key ${proof.publicKey}`;
  switch (key) {
    case "vouched":
      return [`${line}, vouched for here.`];
    case "retired":
      return [`${line}, the desk's, and retired since.`];
    case "revoked":
      return [
        `${line}, the desk's, and revoked since: the edition's page at the desk says whether the desk published this.`,
      ];
    case "unknown":
      return [
        `${line}. It says it is ${desk.name}'s; anybody can write that and sign it with a key of their own.`,
        "  To vouch for it, go to the desk's own site, not by way of this file, and save its published keys",
        `  (${desk.keys === "" ? "/.well-known/stet-keys/..." : desk.keys} is what this file says): --keys FILE.`,
        "  Or compare the key above with the one that the desk prints, and name that one: --key KEY.",
      ];
  }
}

/** A file from a stranger must not move the cursor of the terminal. */
function printable(words: string): string {
  return words.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, " ");
}
