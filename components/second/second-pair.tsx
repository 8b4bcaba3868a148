import { Day, Moment } from "#components/ui/time.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { verdictWords } from "#lib/domain/scale.ts";
import type { SecondGiven, SecondView } from "#lib/domain/second.ts";
import type { RevisionView } from "#lib/domain/views.ts";

type Props = { second: SecondView; given: SecondGiven; first: RevisionView | undefined };

const outcomes = {
  first: "The first verdict carries.",
  second: "The second verdict carries.",
  other: "Neither carries as it is.",
} as const;

/** Two verdicts that were given apart, side by side, whether they agree, and how it was settled. */
export function SecondPair({ second, given, first }: Props) {
  return (
    <>
      <p tabIndex={-1} data-opens="own verdict">
        {given.agrees ? "The two verdicts agree." : "The two verdicts disagree."}
      </p>
      <div className="pair">
        {first !== undefined && (
          <One heading={`First, revision ${first.number}`} verdict={first} by={first.author.name} />
        )}
        <One heading="Second, given blind" verdict={given} by={second.member.name} />
      </div>
      {given.settled !== null && (
        <div className="settled">
          <p>
            <b>{outcomes[given.settled.outcome]}</b>
          </p>
          <p className="rat" dir="auto">
            {given.settled.words}
          </p>
          <p className="aside">
            <bdi>{given.settled.by.name}</bdi>, <Moment iso={given.settled.at} />
          </p>
        </div>
      )}
    </>
  );
}

type OneProps = {
  heading: string;
  verdict: Pick<SecondGiven, "rating" | "sentence" | "rationale" | "asOf" | "at">;
  by: string;
};

function One({ heading, verdict, by }: OneProps) {
  return (
    <div className="given">
      <h3 className="aside">{heading}</h3>
      <VerdictMark
        rating={{ ...verdict.rating, label: verdictWords({ sentence: verdict.sentence, label: verdict.rating.label }) }}
      />
      <p className="rat" dir="auto">
        {verdict.rationale}
      </p>
      <p className="aside mt-1">
        <bdi>{by}</bdi>, <Moment iso={verdict.at} />. As of <Day iso={verdict.asOf} />.
      </p>
    </div>
  );
}
