import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { followable } from "#components/evidence/web-address.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { sourceKindWords } from "#lib/domain/evidence.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";

type Props = {
  sources: readonly (SourceView & { readonly uses: number })[];
  /** What was searched for (`?find=`); empty when everything is shown. */
  words: string;
};

/** The desk's sources, how often each is cited, and a search that works without script. The whole `main` of a page. */
export function SourceList({ sources, words }: Props) {
  return (
    <main className="wrap" id="main">
      <div className="phead">
        <h1>Sources</h1>
        <span className="faint">what the desk has cited</span>
      </div>
      <search>
        <form className="inrow mb-4" method="get">
          <div className="field grow">
            <label htmlFor="source-words">Find a source</label>
            <input id="source-words" className="in" type="search" name="find" dir="auto" defaultValue={words} />
          </div>
          <button type="submit" className="btn">
            Find
          </button>
        </form>
      </search>
      {sources.length === 0 ? (
        <EmptyState
          sentence={words === "" ? "No sources yet." : "No source fits these words."}
          next={
            words === ""
              ? "A source is kept the first time evidence cites it."
              : "Try fewer words, or a part of the address."
          }
        />
      ) : (
        <ul className="rows">
          {sources.map((source) => (
            <Source key={source.id} source={source} />
          ))}
        </ul>
      )}
    </main>
  );
}

function Source({ source }: { source: Props["sources"][number] }) {
  const link = followable(source.address);
  return (
    <li>
      <div>
        <p className="name">
          <bdi>{sourceName(source)}</bdi>
        </p>
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
      <span className="side num">{source.uses === 1 ? "cited once" : `cited ${source.uses} times`}</span>
    </li>
  );
}
