import { WordDiff } from "#components/verdict/word-diff.tsx";
import type { BasisComparison, Change, EvidenceChange } from "#lib/domain/basis-comparison.ts";

type Props = { basis: BasisComparison; sources: Readonly<Record<string, string>> };

/** What a later revision rests on that an earlier one did not, part by part. */
export function BasisChanges({ basis, sources }: Props) {
  const nothing = basis.changes.length + basis.evidence.length === 0;
  return (
    <section className="sec">
      <h2>What it rests on</h2>
      {nothing && <p className="soft">The same: quote, paragraph, statement and evidence.</p>}
      {basis.changes.length > 0 && (
        <dl className="chg">
          {basis.changes.map((change) => (
            <ChangedField key={change.field} change={change} sources={sources} />
          ))}
        </dl>
      )}
      {basis.evidence.length > 0 && (
        <ol className="evchanges">
          {basis.evidence.map((piece) => (
            <li key={piece.id}>
              <p>
                <b>{pieceWords[piece.kind]}</b> <bdi>{sources[piece.source] ?? "a source that was merged"}</bdi>
              </p>
              <dl className="chg">
                {piece.changes.map((change) => (
                  <ChangedField key={change.field} change={change} sources={sources} />
                ))}
              </dl>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

const pieceWords: Readonly<Record<EvidenceChange["kind"], string>> = {
  added: "Evidence was added:",
  removed: "Evidence was removed:",
  changed: "Evidence changed:",
};

function ChangedField({ change, sources }: { change: Change; sources: Props["sources"] }) {
  return (
    <>
      <dt>{change.field}</dt>
      <dd>{said(change, sources) ?? <WordDiff before={change.before} after={change.after} />}</dd>
    </>
  );
}

/** Fields that hold ids or digests are told in words. */
function said({ field, before, after }: Change, sources: Props["sources"]): string | null {
  if (field === "Source") return `“${sources[before] ?? "Another source"}” became “${sources[after] ?? "another"}”`;
  if (field !== "Origin" && field !== "Kept copy") return null;
  const what = field === "Origin" ? "origin" : "kept copy";
  if (before === "") return `It has ${what === "origin" ? "an origin" : "a kept copy"} now.`;
  return after === "" ? `It has no ${what} any more.` : `It has another ${what} now.`;
}
