import Link from "next/link";
import { DownloadList } from "#components/edition/download-list.tsx";
import { EditionChangeWords } from "#components/edition/edition-change-words.tsx";
import { EditionFacts } from "#components/edition/edition-facts.tsx";
import { EditionReplaced } from "#components/edition/edition-replaced.tsx";
import { ReportHead } from "#components/report/report-head.tsx";
import type { EditionFormat } from "#lib/domain/edition.ts";
import type { EditionView } from "#lib/domain/edition-view.ts";
import { heldSentence } from "#lib/domain/held-sentence.ts";

type Props = {
  view: EditionView;
  /** The address of this server, without a trailing slash. */
  site: string;
  /** Where everybody reads the desk's public keys. */
  keysAt: string;
  /** The formats that have their proof in a file beside them. */
  besides: readonly EditionFormat[];
};

/** One edition: what it is, what it changed, its files, and how anybody checks them. The whole `main` of a page. */
export function EditionPage({ view, site, keysAt, besides }: Props) {
  const { articleId, signed, replaced, heldFor } = view;
  const { edition } = signed;
  return (
    <main className="wrap narrow editions" id="main">
      <ReportHead article={{ id: articleId, title: edition.report.article.title }} tab="Editions" />
      <Superseded view={view} />
      {heldFor.length > 0 && (
        <div className="lapsed mb-6">
          <p>{heldSentence({ number: edition.number, claims: heldFor })}</p>
          <p>
            To everybody outside, and to whoever has a link, it is not there. An edition that is made now describes the
            source instead.
          </p>
        </div>
      )}
      <section className="sec" aria-labelledby="edition-head">
        <h2 id="edition-head">
          Edition {edition.number}
          <small>
            <Link className="link" href={`/articles/${articleId}/report/editions`} prefetch={false}>
              All editions
            </Link>
          </small>
        </h2>
        {edition.change !== null && (
          <div className="mb-6">
            <EditionChangeWords change={edition.change} />
          </div>
        )}
        <EditionFacts view={view} site={site} keysAt={keysAt} />
      </section>
      {replaced !== null && <EditionReplaced articleId={articleId} number={edition.number} replaced={replaced} />}
      <DownloadList editionId={edition.id} besides={besides} />
      <section className="sec" aria-labelledby="check-head">
        <h2 id="check-head">How to check a file</h2>
        <p>
          Drop it on <a href="/verify">the page that checks a file</a>, without an account; nothing is uploaded. Or,
          without a network: <code>npx stet verify FILE</code>. Of a file that has a proof beside it, keep both in one
          folder. To know that the desk signed it, read <a href={keysAt}>the desk’s keys</a> where you trust them.
        </p>
      </section>
    </main>
  );
}

function Superseded({ view: { articleId, signed, newest } }: { view: EditionView }) {
  const { number } = signed.edition;
  const href = `/articles/${articleId}/report/editions`;
  if (number === newest.number) {
    if (!newest.isWithdrawal) return null;
    return (
      <div className="lapsed mb-6">
        <p>This edition takes the check back.</p>
        <p>
          To bring it back, publish another one as <Link href={`/articles/${articleId}/report`}>the next edition</Link>.
        </p>
      </div>
    );
  }
  return (
    <div className="lapsed mb-6">
      <p>{newest.isWithdrawal ? "This check was withdrawn since." : "There is a newer edition."}</p>
      <p>
        Read <Link href={`${href}/${newest.id}`}>edition {newest.number}</Link>. This one stays as it was frozen, and
        its public page names the newer one.
      </p>
    </div>
  );
}
