import Link from "next/link";
import { Icon } from "#components/ui/icon.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { ArticleCrumb, VersionsCrumb } from "#components/version/article-crumb.tsx";
import { Comparison, type Shown } from "#components/version/comparison.tsx";
import { FreezeVersion } from "#components/version/freeze-version.tsx";
import { becomeSentence, lapseSentence, toPlaceOf, wordsOf } from "#components/version/version-words.ts";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { NewVersionView } from "#lib/domain/version-views.ts";

type Props = { draft: NewVersionView; shown: Shown; action: FormAction };

/** The last look before a new text is frozen: what changes in it, and what becomes of the claims. The whole `main`. */
export function NewVersionPreview({ draft, shown, action }: Props) {
  const { comparison, importId, unchanged } = draft;
  const { articleId, title, from, claims } = comparison;
  const number = from.number + 1;
  const toPlace = toPlaceOf(claims);
  const article = `/articles/${articleId}`;
  return (
    <main className="versions" id="main">
      <div className="wrap">
        <ArticleCrumb articleId={articleId} title={title}>
          <VersionsCrumb articleId={articleId} />
        </ArticleCrumb>
        <div className="phead">
          <h1>{unchanged ? "The same text" : `Before version ${number} is frozen`}</h1>
          <span className="faint">
            <bdi>{draft.importedFrom}</bdi>, {wordsOf(draft.words)}
          </span>
        </div>
        {unchanged ? (
          <>
            <p className="becomes">
              This is the text of version {from.number} again, letter for letter. There is nothing to freeze, and no
              claim is touched.
            </p>
            <div className="acts">
              <Link className="btn" href={article} prefetch={false}>
                Back to the article
              </Link>
            </div>
          </>
        ) : (
          <>
            <p className="becomes">
              {becomeSentence(claims) || "No claim is marked in this article yet."} {lapseSentence(draft.lapsing)}
            </p>
            {draft.began !== null && <BeganEarlier articleId={articleId} {...draft.began} />}
            <Notices warnings={draft.warnings} leftOut={draft.leftOut} />
            <Comparison
              view={comparison}
              newer={number}
              shown={shown}
              path={`${article}/versions/preview/${importId}`}
            />
          </>
        )}
      </div>
      {!unchanged && (
        <FreezeVersion
          key={from.number}
          importId={importId}
          articleId={articleId}
          latest={from.number}
          action={action}
          then={draft.notes > 0 ? `${article}/annotations/${importId}` : toPlace > 0 ? `${article}/placing` : article}
        >
          <span className="why">{nextSentence(toPlace, draft)}</span>
          <Link className="btn" href={article} prefetch={false}>
            Cancel
          </Link>
          <SubmitButton>Freeze as version {number}</SubmitButton>
        </FreezeVersion>
      )}
    </main>
  );
}

/** What the button leads to. */
function nextSentence(toPlace: number, { lapsing, notes }: Pick<NewVersionView, "lapsing" | "notes">): string {
  if (notes > 0) return `Next you look at the ${notes === 1 ? "note" : `${notes} notes`} that came with it.`;
  if (toPlace > 0) return "What needs placing is asked of you next. Until then its verdicts are not signed off.";
  return lapsing > 0
    ? "Every claim has its place. Verdicts that go stale wait to be checked again."
    : "Every claim goes along by itself.";
}

type Began = NonNullable<NewVersionView["began"]> & { articleId: string };

/** Says that somebody else froze a version while this text was written. */
function BeganEarlier({ articleId, number, newest, by }: Began) {
  return (
    <p className="began">
      <Icon name="warn" />
      <span>
        You began from version {number}; version {newest} came since, by <bdi>{by}</bdi>. Freezing undoes what changed
        in it where you kept the old words.{" "}
        <Link
          className="link"
          href={`/articles/${articleId}/versions/compare?from=${number}&to=${newest}`}
          prefetch={false}
        >
          Compare with version {newest} first
        </Link>
        .
      </span>
    </p>
  );
}

function Notices({ warnings, leftOut }: Pick<NewVersionView, "warnings" | "leftOut">) {
  return (
    <>
      {warnings.length > 0 && (
        <ul className="warns" aria-label="Warnings">
          {warnings.map((sentence) => (
            <li key={sentence}>
              <Icon name="warn" />
              <span dir="auto">{sentence}</span>
            </li>
          ))}
        </ul>
      )}
      {leftOut.length > 0 && (
        <details className="leftout">
          <summary>{leftOut.length === 1 ? "1 passage was" : `${leftOut.length} passages were`} left out</summary>
          <ul className="cutlist">
            {leftOut.map((passage, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a page can repeat a passage, and the list never changes
              <li key={index} dir="auto">
                {passage}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
