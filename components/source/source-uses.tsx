import Link from "next/link";
import { StanceMark } from "#components/evidence/stance-mark.tsx";
import { Moment } from "#components/ui/time.tsx";
import { evidenceKindWords } from "#lib/domain/evidence.ts";
import type { SourcePage, SourceUse } from "#lib/domain/source-views.ts";

type Props = { source: SourcePage; isLaterPage: boolean };

/** Every piece of evidence that cites the source, the latest first, with the claim that it bears on. */
export function SourceUses({ source, isLaterPage }: Props) {
  const { uses, useCount, nextUses } = source;
  return (
    <section className="sec" aria-labelledby="uses">
      <h2 id="uses">
        Where it is cited <small>{useCount === 0 ? "" : useCount === 1 ? "once" : `${useCount} times`}</small>
      </h2>
      {uses.length === 0 ? (
        <p className="faint">No evidence cites it.</p>
      ) : (
        <ul className="rows uses">
          {uses.map((use) => (
            <Use key={use.evidenceId} use={use} />
          ))}
        </ul>
      )}
      {(nextUses !== null || isLaterPage) && (
        <p className="more">
          {isLaterPage && (
            <Link className="btn" href={`/sources/${source.id}`} prefetch={false}>
              First page
            </Link>
          )}
          {nextUses !== null && (
            <Link className="btn" href={`?after=${nextUses}#uses`} prefetch={false}>
              Earlier uses
            </Link>
          )}
        </p>
      )}
    </section>
  );
}

function Use({ use }: { use: SourceUse }) {
  const { articleId, claimId, evidenceId, claimNumber, statement, locator, passage } = use;
  return (
    <li>
      <div>
        <Link
          className="name"
          href={`/articles/${articleId}/claims/${claimId}#evidence-${evidenceId}`}
          prefetch={false}
        >
          <span className="faint">Claim {claimNumber}</span>{" "}
          <bdi>{statement === "" ? "without a statement yet" : statement}</bdi>
        </Link>
        <p className="meta">
          <bdi>{use.articleTitle}</bdi>
          <span>{evidenceKindWords[use.kind]}</span>
          {locator !== "" && <bdi>{locator}</bdi>}
          {use.confidential && <b>Confidential</b>}
        </p>
        {passage !== "" && (
          <blockquote className="passage" dir="auto">
            {passage}
          </blockquote>
        )}
      </div>
      <p className="side">
        <StanceMark stance={use.stance} />
        <span className="when">
          <bdi>{use.linkedBy.name}</bdi>, <Moment iso={use.linkedAt} />
        </span>
      </p>
    </li>
  );
}
