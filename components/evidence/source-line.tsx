import type { ReactNode } from "react";
import { Day } from "#components/ui/time.tsx";
import { sourceKindWords } from "#lib/domain/evidence.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";

type Props = {
  source: SourceView;
  /** Where in the source; given, even if "", where the source is cited, which says its interests too. */
  locator?: string;
};

/** What is faint beside a source's title: author, publication, date; its kind when nothing else is known. */
export function SourceAbout({ source, locator }: Props) {
  const parts: { key: string; shown: ReactNode }[] = [];
  if (source.author !== "") parts.push({ key: "author", shown: <bdi>{source.author}</bdi> });
  if (source.publication !== "") parts.push({ key: "publication", shown: <bdi>{source.publication}</bdi> });
  if (source.publishedOn !== "") parts.push({ key: "date", shown: <Day iso={source.publishedOn} /> });
  if (parts.length === 0) parts.push({ key: "kind", shown: sourceKindWords[source.kind] });
  if (locator !== undefined && locator !== "") parts.push({ key: "locator", shown: <bdi>{locator}</bdi> });
  return (
    <>
      <span className="faint">
        {parts.map((part, index) => (
          <span key={part.key}>
            {index > 0 && ", "}
            {part.shown}
          </span>
        ))}
      </span>
      {locator !== undefined && <SourceInterests source={source} />}
    </>
  );
}

/** What the source has at stake, where the desk has written it down. */
export function SourceInterests({ source }: { source: Pick<SourceView, "interests"> }) {
  if (source.interests === "") return null;
  return (
    <span className="interests">
      <span className="faint">Interests:</span> <bdi>{source.interests}</bdi>
    </span>
  );
}

/** What to call a source that may have no title. */
export function sourceName(source: SourceView): string {
  return source.title || source.address || sourceKindWords[source.kind];
}
