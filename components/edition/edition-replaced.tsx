import Link from "next/link";
import { EditionChanges } from "#components/edition/edition-changes.tsx";
import { EditionClaims } from "#components/edition/edition-claims.tsx";
import { languageName, templateName } from "#components/edition/edition-names.ts";
import { EditionTextChange } from "#components/edition/edition-text-change.tsx";
import { type aboutTexts, type EditionDifference, isSameEdition } from "#lib/domain/edition-difference.ts";
import type { EditionView } from "#lib/domain/edition-view.ts";

const aboutWords: Readonly<Record<(typeof aboutTexts)[number], string>> = {
  title: "Title",
  summary: "Summary",
  method: "Method",
  language: "Language",
  template: "Template",
};

type Props = {
  articleId: string;
  number: number;
  replaced: NonNullable<EditionView["replaced"]>;
};

/** What a reader of this edition finds otherwise than in the one before. */
export function EditionReplaced({ articleId, number, replaced }: Props) {
  const { difference } = replaced;
  const { about, version, added, leftOut, changed, isReordered } = difference;
  return (
    <section className="sec" aria-labelledby="replaced-head">
      <h2 id="replaced-head">
        <span>
          <Link className="link" href={`/articles/${articleId}/report/editions/${replaced.id}`} prefetch={false}>
            Edition {replaced.number}
          </Link>{" "}
          <span aria-hidden="true">→</span>
          <span className="vh">to</span> {number}
        </span>
        <small>{same(difference)}</small>
      </h2>
      {isSameEdition(difference) && <p className="soft">Both say the same.</p>}
      {difference.check === "withdrawn" && (
        <p>The whole check is taken back: none of its verdicts is signed off now.</p>
      )}
      {difference.check === "restored" && <p>The check stands again.</p>}
      {version !== null && (
        <p>
          Version {version.after} of the article is printed in place of version {version.before}.{" "}
          <Link
            href={`/articles/${articleId}/versions/compare?from=${version.before}&to=${version.after}`}
            prefetch={false}
          >
            Compare the two
          </Link>
        </p>
      )}
      {isReordered && <p>The claims stand in another order.</p>}
      <EditionClaims head="Added" claims={added} />
      <EditionClaims head="Left out" claims={leftOut} />
      <EditionChanges changed={changed} />
      {about.length > 0 && (
        <dl className="chg">
          {about.map((change) => (
            <EditionTextChange key={change.of} name={aboutWords[change.of]} change={readable(change)} />
          ))}
        </dl>
      )}
    </section>
  );
}

type AboutChange = EditionDifference["about"][number];

/** Languages and templates by the names that the rest of the page gives them. */
function readable(change: AboutChange): AboutChange {
  const nameOf = change.of === "language" ? languageName : change.of === "template" ? templateName : null;
  if (nameOf === null) return change;
  return { ...change, before: nameOf(change.before), after: nameOf(change.after) };
}

function same({ same: count, check }: EditionDifference): string {
  return count === 0 || check === "withdrawn"
    ? ""
    : count === 1
      ? "1 claim says the same"
      : `${count} claims say the same`;
}
