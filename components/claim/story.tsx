"use client";

import Link from "next/link";
import { Clock, Day, dayOfMoment, useHydrated } from "#components/ui/time.tsx";
import type { ClaimStory } from "#lib/domain/views.ts";

/** Everything that happened to a claim, by the reader's own days, the oldest first. The whole `main` of a page. */
export function Story({ story }: { story: ClaimStory }) {
  const isLocal = useHydrated();
  const days = [...new Set(story.lines.map((line) => dayOfMoment(line.at, isLocal)))];
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
              .filter((line) => dayOfMoment(line.at, isLocal) === day)
              .map((line) => (
                <li key={line.seq}>
                  <Clock iso={line.at} />{" "}
                  <b>
                    <bdi>{line.who}</bdi>
                  </b>{" "}
                  <bdi>{line.sentence}</bdi>
                </li>
              ))}
          </ol>
        </section>
      ))}
    </main>
  );
}
