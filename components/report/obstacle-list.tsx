import Link from "next/link";
import type { NamedObstacle } from "#components/report/next-view.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Obstacle } from "#lib/domain/edition-preview.ts";

/** As many as one page lists; what is mended makes room for the next. */
const mostListed = 100;

type Props = {
  articleId: string;
  obstacles: readonly NamedObstacle[];
  warnings: readonly NamedObstacle[];
  printed: number;
};

/** What stands in the way of the next edition, each with the way to where it is mended, and what only warns. */
export function ObstacleList({ articleId, obstacles, warnings, printed }: Props) {
  return (
    <section className="sec" id="in-the-way" tabIndex={-1}>
      <h2>
        In the way <small>{obstacles.length === 0 ? "nothing" : obstacles.length.toLocaleString("en")}</small>
      </h2>
      {obstacles.length === 0 ? (
        <p className="soft">
          {printed === 0 ? "No claim is printed yet." : "Every claim that is printed is signed off."}
        </p>
      ) : (
        <Items {...{ articleId }} obstacles={obstacles} kind="no" />
      )}
      {warnings.length > 0 && (
        <details className="plan-warnings">
          <summary>{warnings.length === 1 ? "1 warning" : `${warnings.length.toLocaleString("en")} warnings`}</summary>
          <p className="aside">These do not stand in the way. What was overridden is printed with its reason.</p>
          <Items {...{ articleId }} obstacles={warnings} kind="caution" />
        </details>
      )}
    </section>
  );
}

type ItemsProps = { articleId: string; obstacles: readonly NamedObstacle[]; kind: "no" | "caution" };

function Items({ articleId, obstacles, kind }: ItemsProps) {
  const more = obstacles.length - mostListed;
  return (
    <>
      <ul className="gates roomy">
        {obstacles.slice(0, mostListed).map(({ claimId, number, kind: why, gate, sentence, words }) => (
          <li key={`${claimId} ${why} ${gate ?? ""}`} className={kind}>
            <Icon name={kind === "no" ? "cross" : "warn"} />
            <span>
              <span className="vh">{kind === "no" ? "In the way: " : "Warns: "}</span>
              <bdi>{sentence}</bdi>
              <span className="aside block" dir="auto">
                {words}
              </span>
            </span>
            <Link className="link" href={wayOf(articleId, { claimId, kind: why })} prefetch={false}>
              {`Claim ${number}`}
              <span className="vh">{`: ${wayWords[why]}`}</span>
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="aside mt-2">And {more.toLocaleString("en")} more, shown when these are mended.</p>}
    </>
  );
}

/** Where words are placed, else the claim itself. */
function wayOf(articleId: string, { claimId, kind }: Pick<Obstacle, "claimId" | "kind">): string {
  return kind === "placing" ? `/articles/${articleId}/placing` : `/articles/${articleId}/claims/${claimId}`;
}

const wayWords: Readonly<Record<Obstacle["kind"], string>> = {
  blind: "give your second verdict",
  second: "a second verdict is asked for",
  placing: "find its words in the text",
  stale: "propose it again",
  unreviewed: "its verdict",
  gate: "its gates",
};
