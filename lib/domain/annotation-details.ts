import type { PassageDetails } from "#lib/domain/annotation.ts";

type Said = { readonly statement: string; readonly details: PassageDetails };

/** What an evidence of a claim brought in says: the note of the passage with its first source, else with the file itself. */
export type BroughtEvidence = {
  /** Null for the file that the passage came from. */
  readonly source: { readonly title: string; readonly address: string } | null;
  readonly passage: string;
  readonly note: string;
};

/** What the note of an evidence holds, UTF-16 code units, with room for `unchecked`; what its passage holds. */
const longestNote = 4900;
const longestPassage = 20_000;
const unchecked = "Brought in, not checked yet.";

/**
 * The details of a passage together with those of others that are the same claim: the first claimant and place there is,
 * every source once, every note, and the statements that the claim does not have.
 */
export function joinedDetails(first: Said, others: readonly Said[]): PassageDetails {
  const all = [first, ...others].map(({ details }) => details);
  const sources = new Map(all.flatMap((one) => one.sources.map((source) => [JSON.stringify(source), source] as const)));
  const statements = others.flatMap(({ statement, details: { label } }) =>
    statement === "" || statement === first.statement ? [] : [label === "" ? statement : `${label}: ${statement}`],
  );
  return {
    ...first.details,
    claimant: all.find(({ claimant }) => claimant !== "")?.claimant ?? "",
    saidIn: all.find(({ saidIn }) => saidIn !== "")?.saidIn ?? "",
    sources: [...sources.values()],
    note: [...all.map(({ note }) => note).filter((note) => note !== ""), ...statements].join("\n\n"),
  };
}

/** The evidence that a passage brings to its claim. What no note can hold is cut at 20,000 units. */
export function broughtEvidence({ sources, note }: PassageDetails): readonly BroughtEvidence[] {
  const isApart = note !== "" && (sources.length === 0 || note.length > longestNote);
  const cited = sources.map((source, index): BroughtEvidence => {
    const own = index === 0 && !isApart ? note : "";
    return { source, passage: "", note: own === "" ? unchecked : `${own}\n\n${unchecked}` };
  });
  const passage = note.slice(0, longestPassage).replace(/[\uD800-\uDBFF]$/, "");
  return isApart ? [...cited, { source: null, passage, note: "" }] : cited;
}
