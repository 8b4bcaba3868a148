"use client";

import Link from "next/link";
import { placeHrefFromList } from "#components/placing/placing-actions.ts";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { WordDiff } from "#components/verdict/word-diff.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { Quote, Span } from "#lib/domain/span.ts";
import type { PlacingPage, PlacingRow } from "#lib/domain/version-views.ts";

/** The words as somebody chose them, in their paragraph, or as the annotation has them that the claim came in from. */
export function OldWords({ row: { before, kind } }: { row: PlacingRow }) {
  const where = before.versionNumber === null ? "In the annotation" : `Version ${before.versionNumber}`;
  return (
    <section className="plcol" aria-label={where}>
      <h3>{where}</h3>
      {before.quote === "" ? (
        <p className="soft">It gives a position, and no words to know the passage by.</p>
      ) : (
        <p className="plwords" dir={before.dir}>
          <Words quote={kind === "ambiguous" ? nearby(before) : before} />
        </p>
      )}
    </section>
  );
}

type OfferProps = {
  row: PlacingRow;
  articleId: string;
  version: PlacingPage["version"];
  may: PlacingPage["may"];
  action: FormAction;
  onLeave: () => void;
  done: (ids: readonly string[]) => void;
};

/** What the present version has in the place of the words: other words, several places, or none. */
export function Offer({ row, articleId, version, may, action, onLeave, done }: OfferProps) {
  const { offered, around, candidates, before } = row;
  if (offered !== null) {
    return (
      <section className="plcol" aria-label={`Version ${version.number}`}>
        <h3>Version {version.number}</h3>
        <div className="plwords" dir={offered.dir}>
          <span className="cx">{offered.prefix}</span>
          <span className="offer">
            {before.quote === "" ? offered.quote : <WordDiff before={before.quote} after={offered.quote} />}
          </span>
          <span className="cx">{offered.suffix}</span>
        </div>
      </section>
    );
  }
  if (candidates.length > 0) {
    return (
      <section className="plcol" aria-label={`Places in version ${version.number}`}>
        <h3>
          Version {version.number}, {candidates.length === 1 ? "1 place" : `${candidates.length} places`} that may fit
        </h3>
        <ol className="cands">
          {candidates.map((candidate, index) => (
            <li key={`${candidate.start}-${candidate.end}`}>
              <p className="plwords" dir={candidate.dir}>
                <Words quote={nearby(candidate)} />
              </p>
              {may.place && (
                <ChooseIt
                  {...{ row, version, action, done }}
                  span={candidate}
                  name={`place ${index + 1} of ${candidates.length}`}
                />
              )}
            </li>
          ))}
        </ol>
      </section>
    );
  }
  return (
    <section className="plcol" aria-label={`Version ${version.number}`}>
      <h3>Version {version.number}</h3>
      {around === null ? (
        <p className="soft">
          {before.versionNumber === null
            ? "These words are not in this text."
            : "These words are gone, and so is what stood around them."}
        </p>
      ) : (
        <>
          <p className="gone">These words are gone. In their place stands:</p>
          <p className="plwords" dir={around.dir}>
            <span className="cx">{around.text}</span>
          </p>
          <p>
            <Link className="link" href={placeHrefFromList(articleId, row.claimId)} prefetch={false} onClick={onLeave}>
              {may.place ? "Show it in the text" : "Open the text"}
            </Link>
          </p>
        </>
      )}
    </section>
  );
}

const longestAround = 120;

/** The words with the line they stand in, about 120 characters on each side, cut between words. */
function nearby({ prefix, quote, suffix }: Quote): Quote {
  const before = prefix.slice(prefix.lastIndexOf("\n") + 1);
  const after = suffix.split("\n", 1).join("");
  return {
    prefix: before.length <= longestAround ? before : before.slice(-longestAround).replace(/^\S*/u, "…"),
    quote,
    suffix: after.length <= longestAround ? after : after.slice(0, longestAround).replace(/\S*$/u, "…"),
  };
}

function Words({ quote: { prefix, quote, suffix } }: { quote: Quote }) {
  return (
    <>
      <span className="cx">{prefix}</span>
      <q>{quote}</q>
      <span className="cx">{suffix}</span>
    </>
  );
}

type ChooseProps = Pick<OfferProps, "row" | "version" | "action" | "done"> & { span: Span; name: string };

function ChooseIt({ row, version, action, done, span, name }: ChooseProps) {
  return (
    <Form
      action={action}
      label={`Claim ${row.number}, ${name}`}
      hidden={{
        claimId: row.claimId,
        versionId: version.id,
        rowVersion: String(row.rowVersion),
        start: String(span.start),
        end: String(span.end),
      }}
      onSaved={() => done([row.claimId])}
    >
      <SubmitButton variant="plain">
        These words
        <span className="vh">
          , claim {row.number}, {name}
        </span>
      </SubmitButton>
    </Form>
  );
}
