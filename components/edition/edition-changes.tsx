import { EditionTextChange } from "#components/edition/edition-text-change.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { ChangedClaim, claimTexts, EvidenceChange, Said } from "#lib/domain/edition-difference.ts";

const most = 50;

const textWords: Readonly<Record<(typeof claimTexts)[number], string>> = {
  statement: "Statement",
  quote: "Words",
  rationale: "Rationale",
  suggestedWording: "Wording",
};

const alsoWords = {
  said: "Who said it, when or where, is given otherwise.",
  replies: "The replies are not the same.",
  wording: "What the writer said of the suggested wording is not the same.",
  again: "The verdict was given again.",
  signed: "Who signed it off, or what they said, is not the same.",
} as const;

/** The claims of which a later edition says something else; at most 50 in full. */
export function EditionChanges({ changed }: { changed: readonly ChangedClaim[] }) {
  if (changed.length === 0) return null;
  const more = changed.length - most;
  return (
    <div className="part">
      <h3>
        Changed <span className="num">{changed.length}</span>
      </h3>
      <ul className="rows">
        {changed.slice(0, most).map((claim) => (
          <li key={claim.id}>
            <div>
              <p>
                Claim {claim.number}: <bdi className="serif">{claim.words}</bdi>
              </p>
              <Change claim={claim} />
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="faint">And {more} more; the files have them all.</p>}
    </div>
  );
}

function Change({ claim: { verdict, texts, evidence, also } }: { claim: ChangedClaim }) {
  const told = also.filter((one) => one !== "again" || (verdict === null && texts.length === 0));
  return (
    <dl className="chg">
      {verdict !== null && (
        <div className="contents">
          <dt>Verdict</dt>
          <dd className="swap">
            <del>
              <span className="vh">removed: </span>
              <SaidOf said={verdict.before} />
            </del>{" "}
            <span className="faint">became</span>{" "}
            <ins>
              <span className="vh">added: </span>
              <SaidOf said={verdict.after} />
            </ins>
          </dd>
        </div>
      )}
      {texts.map((change) => (
        <EditionTextChange key={change.of} name={textWords[change.of]} change={change} />
      ))}
      {evidence !== null && (
        <div className="contents">
          <dt>Evidence</dt>
          <dd>{evidenceWords(evidence)}</dd>
        </div>
      )}
      {told.length > 0 && (
        <div className="contents">
          <dt>Besides</dt>
          <dd>{told.map((one) => alsoWords[one]).join(" ")}</dd>
        </div>
      )}
    </dl>
  );
}

function SaidOf({ said: { kind, rating } }: { said: Said }) {
  if (kind === "withdrawn") return "withdrawn";
  if (rating === null) return "no verdict";
  return (
    <>
      <VerdictMark rating={rating} stale={kind === "stale"} />
      {kind === "unsettled" && ", not signed off"}
    </>
  );
}

function evidenceWords({ added, removed, changed }: EvidenceChange): string {
  const parts = [
    added > 0 && `${added} added`,
    removed > 0 && `${removed} removed`,
    changed > 0 && `${changed} changed`,
  ];
  return parts.filter((part) => part !== false).join(", ");
}
