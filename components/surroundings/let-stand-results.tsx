import Link from "next/link";
import type { LetStandAnswer } from "#components/surroundings/let-stand-request.ts";

/** The claims' statements, by id. */
type Names = ReadonlyMap<string, string>;

/** What became of the chosen verdicts: how many stand, and each that does not, with the reason. */
export function LetStandResults({ answer, names }: { answer: LetStandAnswer | null; names: Names }) {
  return (
    <div role="status" className="stood">
      {answer !== null &&
        (answer.ok ? <Results results={answer.results} names={names} /> : <p className="err">{answer.sentence}</p>)}
    </div>
  );
}

type Results = Extract<LetStandAnswer, { ok: true }>["results"];

function Results({ results, names }: { results: Results; names: Names }) {
  const standing = results.filter((result) => result.state === "approved").length;
  const waiting = results.filter((result) => result.state === "proposed").length;
  const others = results.filter((result) => result.state === "stale");
  const sentences = [
    standing === 0 ? "" : standing === 1 ? "1 verdict stands again." : `${standing} verdicts stand again.`,
    waiting === 0 ? "" : `${waiting} ${waiting === 1 ? "needs" : "need"} more votes before standing again.`,
  ];
  return (
    <>
      <p>{sentences.filter((sentence) => sentence !== "").join(" ")}</p>
      {others.length > 0 && (
        <ul className="lines">
          {others.map((result) => (
            <li key={result.claimId}>
              <Link className="link" href={`/review/${result.claimId}`} prefetch={false}>
                <bdi>{names.get(result.claimId) ?? "One claim"}</bdi>
              </Link>{" "}
              stays stale. {result.sentence}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
