import type { EditionChange } from "#lib/domain/edition.ts";

const kinds = { update: "Update", correction: "Correction", withdrawal: "Withdrawal" } as const;

/** What changed with an edition, and why; in a list at most as many UTF-16 units of each, cut at a space. */
export function EditionChangeWords({
  change,
  most = Number.POSITIVE_INFINITY,
}: {
  change: EditionChange;
  most?: number;
}) {
  const { kind, what, why } = change;
  return (
    <>
      <p>
        <b>{kinds[kind]}:</b> <bdi className="serif">{cut(what, most)}</bdi>
      </p>
      {why !== "" && (
        <p className="soft">
          Why: <bdi className="serif">{cut(why, most)}</bdi>
        </p>
      )}
    </>
  );
}

function cut(words: string, most: number): string {
  if (words.length <= most) return words;
  const end = words.lastIndexOf(" ", most);
  return `${words.slice(0, end > most / 2 ? end : most).toWellFormed()} …`;
}
