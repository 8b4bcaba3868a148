import Link from "next/link";
import { Day, Moment } from "#components/ui/time.tsx";
import type { HistoryLine } from "#lib/domain/views.ts";

type Props = {
  story: {
    readonly claimId: string;
    readonly articleId: string;
    readonly number: number;
    readonly statement: string;
    readonly lines: readonly HistoryLine[];
    readonly earlier: string | null;
  };
};

/** Everything that happened to a claim, day by day in UTC, the oldest first. The whole `main` of a page. */
export function Story({ story }: Props) {
  const days = [...new Set(story.lines.map((line) => line.at.slice(0, 10)))];
  return (
    <main className="wrap changes" id="main">
      <p className="crumb">
        <Link className="link" href={`/articles/${story.articleId}/claims/${story.claimId}`} prefetch={false}>
          Claim {story.number}
        </Link>
        <Link className="link" href={`/review/${story.claimId}`} prefetch={false}>
          Its review
        </Link>
      </p>
      <div className="phead">
        <h1>History</h1>
      </div>
      <p className="statement" dir="auto">
        {story.statement}
      </p>
      {story.earlier !== null && (
        <p className="more">
          <Link className="btn" href={`?before=${story.earlier}`} prefetch={false}>
            What happened earlier
          </Link>
        </p>
      )}
      {days.map((day) => (
        <section className="sec" key={day}>
          <h2>
            <Day iso={day} />
          </h2>
          <ol className="lines">
            {story.lines
              .filter((line) => line.at.startsWith(day))
              .map((line) => (
                <li key={line.seq}>
                  <b>
                    <bdi>{line.who}</bdi>
                  </b>{" "}
                  <bdi>{line.sentence}</bdi>{" "}
                  <span className="aside">
                    <Moment iso={line.at} />
                  </span>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </main>
  );
}
