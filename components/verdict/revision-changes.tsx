import Link from "next/link";
import { Day, Moment } from "#components/ui/time.tsx";
import { BasisChanges } from "#components/verdict/basis-changes.tsx";
import { RevisionPickers } from "#components/verdict/revision-pickers.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { WordDiff } from "#components/verdict/word-diff.tsx";
import type { ComparedRevision, RevisionComparison } from "#lib/domain/revision-comparison.ts";
import { suggestibleFields, suggestibleWords } from "#lib/domain/suggestion.ts";

/** Two revisions of a verdict against each other: their words, then what they rest on. The whole `main` of a page. */
export function RevisionChanges({ comparison }: { comparison: RevisionComparison }) {
  const { claimId, from, to, statement, number } = comparison;
  return (
    <main className="wrap changes" id="main">
      <p className="crumb">
        <Link className="link" href={`/review/${claimId}`} prefetch={false}>
          Review of claim {number}
        </Link>
      </p>
      <div className="phead">
        <h1>What changed</h1>
      </div>
      <p className="statement" dir="auto">
        {statement}
      </p>
      <RevisionPickers comparison={comparison} />
      {from.id === to.id ? (
        <p className="soft">This is one and the same revision. Choose another one to compare it with.</p>
      ) : (
        <>
          <section className="sec">
            <h2>The verdict</h2>
            <dl className="chg">
              <dt>Given</dt>
              <dd>
                <p>
                  <Given revision={from} />
                </p>
                <p>
                  <Given revision={to} />
                </p>
              </dd>
              <Words from={from} to={to} />
            </dl>
          </section>
          <BasisChanges basis={comparison.basis} sources={comparison.sources} />
        </>
      )}
    </main>
  );
}

function Given({ revision }: { revision: ComparedRevision }) {
  return (
    <>
      Revision {revision.number} by <bdi>{revision.author.name}</bdi> on version {revision.versionNumber},{" "}
      <Moment iso={revision.at} />
    </>
  );
}

type Both = { from: ComparedRevision; to: ComparedRevision };

function Words({ from, to }: Both) {
  const written = suggestibleFields.filter((field) => from[field] !== "" || to[field] !== "");
  return (
    <>
      <dt>Rating</dt>
      <dd className="swap">
        {from.ratingId === to.ratingId ? (
          <>
            <VerdictMark rating={to.rating} /> <span className="faint">the same</span>
          </>
        ) : (
          <>
            <del>
              <span className="vh">removed: </span>
              <VerdictMark rating={from.rating} />
            </del>{" "}
            <span className="faint">became</span>{" "}
            <ins>
              <span className="vh">added: </span>
              <VerdictMark rating={to.rating} />
            </ins>
          </>
        )}
      </dd>
      <dt>As of</dt>
      <dd>
        {from.asOf === to.asOf ? (
          <>
            <Day iso={to.asOf} />, <span className="faint">the same</span>
          </>
        ) : (
          <>
            <Day iso={from.asOf} /> became <Day iso={to.asOf} />
          </>
        )}
      </dd>
      {written.map((field) => (
        <div key={field} className="contents">
          <dt>{suggestibleWords[field]}</dt>
          <dd>
            {from[field] === to[field] ? (
              <span className="faint">The same</span>
            ) : (
              <WordDiff before={from[field]} after={to[field]} />
            )}
          </dd>
        </div>
      ))}
    </>
  );
}
