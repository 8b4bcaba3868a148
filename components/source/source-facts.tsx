import type { ReactNode } from "react";
import { followable } from "#components/evidence/web-address.ts";
import { Fact } from "#components/ui/fact.tsx";
import { Day } from "#components/ui/time.tsx";
import { cslTypeWords, cslVariables, cslVariableWords } from "#lib/domain/csl.ts";
import { sourceKindWords } from "#lib/domain/evidence.ts";
import type { SourcePage } from "#lib/domain/source-views.ts";

/** What the desk says of a source; what is empty is not shown. */
export function SourceFacts({ source }: { source: SourcePage }) {
  const { csl } = source;
  const link = followable(source.address);
  const facts: { name: string; shown: ReactNode }[] = [{ name: "Kind", shown: sourceKindWords[source.kind] }];
  const add = (name: string, value: string, shown: ReactNode = <bdi>{value}</bdi>) => {
    if (value !== "") facts.push({ name, shown });
  };
  add("Authors", source.author);
  add("Publication", source.publication);
  add("Published", source.publishedOn, <Day iso={source.publishedOn} />);
  add(
    "Address",
    source.address,
    link === null ? <bdi>{source.address}</bdi> : <Away href={link}>{source.address}</Away>,
  );
  add("DOI", source.doi, <Away href={`https://doi.org/${encodeURI(source.doi)}`}>{source.doi}</Away>);
  add("ISBN", source.isbnShown);
  add("Interests", source.interests);
  add("Cited as", csl.type === "" ? "" : cslTypeWords[csl.type]);
  add("Editors", csl.editor);
  for (const name of cslVariables) add(cslVariableWords[name], csl[name]);
  return (
    <dl className="facts">
      {facts.map(({ name, shown }) => (
        <Fact key={name} name={name}>
          {shown}
        </Fact>
      ))}
    </dl>
  );
}

function Away({ href, children }: { href: string; children: string }) {
  return (
    <a className="link" href={href} target="_blank" rel="noreferrer noopener">
      <bdi>{children}</bdi>
      <span className="vh"> (new tab)</span>
    </a>
  );
}
