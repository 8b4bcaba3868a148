const findingCodes = [
  "proof",
  "form",
  "schema",
  "digest",
  "signature",
  "key",
  "key-name",
  "key-time",
  "key-revoked",
  "desk",
  "number",
  "earlier",
  "beside",
  "content",
] as const;
type FindingCode = (typeof findingCodes)[number];

/** One thing that was looked at. `ok` is null where it could not be: the sentence then says what it would take. */
export type Finding = { readonly code: FindingCode; readonly ok: boolean | null; readonly sentence: string };

/**
 * `genuine`: all fits and the key is the desk's; `whole`: nothing differs, but something else than the file's own words
 * was not looked at, or cannot be told from here, as the moment of signing by a key that was revoked; `uncompared`: nothing differs in its edition, and what the file shows may still be anything.
 */
export type Verdict = "genuine" | "whole" | "uncompared" | "refused";

/** What a list of findings comes to. An empty list is refused. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.length === 0 || findings.some((finding) => finding.ok === false)) return "refused";
  if (findings.some(({ code, ok }) => code === "content" && ok === null)) return "uncompared";
  return findings.every((finding) => finding.ok === true) ? "genuine" : "whole";
}

export const fits = (code: FindingCode, sentence: string): Finding => ({ code, ok: true, sentence });
export const differs = (code: FindingCode, sentence: string): Finding => ({ code, ok: false, sentence });
export const unseen = (code: FindingCode, sentence: string): Finding => ({ code, ok: null, sentence });
