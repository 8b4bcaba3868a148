import Link from "next/link";
import { CaptureSearch } from "#components/capture/capture-search.tsx";
import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { followable } from "#components/evidence/web-address.ts";
import { CitedTimes } from "#components/source/cited-times.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { FoundCapture } from "#lib/domain/capture-views.ts";
import { type SourceKind, sourceKinds, sourceKindWords } from "#lib/domain/evidence.ts";
import type { FoundSource, SourceList as Listed } from "#lib/domain/source-views.ts";

type Props = {
  list: Listed;
  /** What was searched for (`?find=`, `?kind=`); empty and null when everything is shown. */
  words: string;
  kind: SourceKind | null;
  /** Kept copies whose text holds the words. */
  copies: readonly FoundCapture[];
  /** Where the next page is; null on the last one. */
  next: string | null;
};

/** The desk's sources, how often each is cited, and a search that works without script. The whole `main` of a page. */
export function SourceList({ list, words, kind, copies, next }: Props) {
  return (
    <main className="wrap" id="main">
      <div className="phead">
        <h1>Sources</h1>
        <span className="faint">what the desk has cited</span>
        {list.mayEdit && (
          <div className="end">
            <Link className="btn" href="/sources/new" prefetch={false}>
              Add a source
            </Link>
          </div>
        )}
      </div>
      <search>
        <form className="inrow mb-4" method="get">
          <div className="field grow">
            <label htmlFor="source-words">Find a source</label>
            <input
              id="source-words"
              className="in"
              type="search"
              name="find"
              dir="auto"
              placeholder="Title, author, address, DOI or ISBN"
              defaultValue={words}
            />
          </div>
          <div className="field">
            <label htmlFor="source-kind">Kind</label>
            <select id="source-kind" className="in" name="kind" defaultValue={kind ?? ""}>
              <option value="">Every kind</option>
              {sourceKinds.map((each) => (
                <option key={each} value={each}>
                  {sourceKindWords[each]}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" className="btn">
            Find
          </button>
        </form>
      </search>
      {list.sources.length === 0 ? (
        <Nothing isSearch={words !== "" || kind !== null} />
      ) : (
        <ul className="rows">
          {list.sources.map((source) => (
            <Source key={source.id} source={source} />
          ))}
        </ul>
      )}
      {next !== null && (
        <p className="more">
          <Link className="btn" href={next} prefetch={false}>
            Next page
          </Link>
        </p>
      )}
      {copies.length > 0 && (
        <section className="sec" aria-labelledby="copies">
          <h2 id="copies">In the text of kept copies</h2>
          <CaptureSearch words={words} found={copies} />
        </section>
      )}
    </main>
  );
}

function Nothing({ isSearch }: { isSearch: boolean }) {
  return isSearch ? (
    <EmptyState sentence="No source fits this." next="Try fewer words, or a part of the address." />
  ) : (
    <EmptyState sentence="No sources yet." next="A source is kept the first time evidence cites it." />
  );
}

function Source({ source }: { source: FoundSource }) {
  const link = followable(source.address);
  return (
    <li>
      <div>
        <Link className="name" href={`/sources/${source.id}`} prefetch={false}>
          <bdi>{sourceName(source)}</bdi>
        </Link>
        <p className="meta">
          <span>{sourceKindWords[source.kind]}</span>
          <SourceAbout source={source} />
          {link !== null && (
            <a className="link" href={link} target="_blank" rel="noreferrer noopener">
              <bdi>{new URL(link).host}</bdi>
              <span className="vh"> (new tab)</span>
            </a>
          )}
        </p>
      </div>
      <span className="side num">
        <CitedTimes uses={source.uses} lastUsedAt={source.lastUsedAt} />
      </span>
    </li>
  );
}
