"use client";

import Link from "next/link";
import { useState } from "react";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { WordDiff } from "#components/verdict/word-diff.tsx";
import { WordingAnswers } from "#components/wording/wording-answers.tsx";
import { WordingForm } from "#components/wording/wording-form.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { WordingRow } from "#lib/domain/wording.ts";

type Props = {
  row: WordingRow;
  /** Null for whoever may not record answers. */
  answer: FormAction | null;
};

/** One suggestion: the words that stand, those suggested, the reason, the writer's answer and the form to record it. */
export function WordingItem({ row, answer }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { claimId, number, statement, quote, state, suggested, reason, suggestedBy, revisionNumber, answers } = row;
  const name = `answer-${row.revisionId}`;
  return (
    <li className="first:border-t-0">
      <div>
        <h2>
          <Link className="name" href={`/review/${claimId}`} prefetch={false} dir="auto">
            {statement || quote}
          </Link>
        </h2>
        <p className="meta">
          <span>Claim {number}</span>
          <span>
            revision {revisionNumber} by <bdi>{suggestedBy}</bdi>
          </span>
        </p>
      </div>
      <span className="side">
        <StateMark state={state} />
      </span>
      <div className="col-span-full">
        <dl className="chg">
          <dt>Stands</dt>
          <dd className="serif" dir="auto">
            {quote}
          </dd>
          <dt>Suggested</dt>
          <dd className="serif" dir="auto">
            {suggested}
          </dd>
          <dt>Change</dt>
          <dd>
            <WordDiff before={quote} after={suggested} />
          </dd>
          <dt>Reason</dt>
          <dd className="whitespace-pre-line" dir="auto">
            {reason}
          </dd>
          <dt>Answer</dt>
          <dd>
            <WordingAnswers answers={answers} />
            {answer !== null && !isOpen && (
              <Opener name={name} onClick={() => setOpen(true)}>
                {answers.length === 0 ? "Record the answer" : "Record another answer"}
                <span className="vh"> to the wording of claim {number}</span>
              </Opener>
            )}
          </dd>
        </dl>
        {answer !== null && isOpen && (
          <Opened name={name}>
            <WordingForm row={row} action={answer} onDone={() => setOpen(false)} />
          </Opened>
        )}
      </div>
    </li>
  );
}
