import { Moment } from "#components/ui/time.tsx";
import { type WordingAnswer, wordingOutcomeWords } from "#lib/domain/wording.ts";

/** What the writer said, the newest in full and the earlier ones folded. */
export function WordingAnswers({ answers }: { answers: readonly WordingAnswer[] }) {
  const [newest, ...earlier] = answers;
  if (newest === undefined) return <p className="faint">Not answered yet.</p>;
  return (
    <>
      <Answer answer={newest} />
      {earlier.length > 0 && (
        <details className="unfold">
          <summary>{earlier.length === 1 ? "One earlier answer" : `${earlier.length} earlier answers`}</summary>
          <ol className="grid gap-2">
            {earlier.map((answer) => (
              <li key={answer.id}>
                <Answer answer={answer} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Answer({ answer: { outcome, note, by, at } }: { answer: WordingAnswer }) {
  return (
    <>
      <p>
        <b>{wordingOutcomeWords[outcome]}</b>
        {note !== "" && ": "}
        {note !== "" && (
          <span className="serif whitespace-pre-line" dir="auto">
            {note}
          </span>
        )}
      </p>
      <p className="aside">
        Recorded by <bdi>{by}</bdi>, <Moment iso={at} />
      </p>
    </>
  );
}
