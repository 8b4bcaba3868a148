import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import type { OfferedSource } from "#components/evidence/use-source-search.ts";
import { ListOption } from "#components/ui/list-option.tsx";
import { Day } from "#components/ui/time.tsx";
import { sourceKindWords } from "#lib/domain/evidence.ts";

type Props = { id: string; source: OfferedSource; isActive: boolean; onChoose: () => void };

/** One source in the list of a combobox: what it is, and when the desk last used it. */
export function SourceOption({ id, source, isActive, onChoose }: Props) {
  const { lastUsedAt = null, author, publication, publishedOn, kind } = source;
  const saysMore = author !== "" || publication !== "" || publishedOn !== "";
  return (
    <ListOption {...{ id, isActive, onChoose }}>
      <bdi>{sourceName(source)}</bdi> <SourceAbout source={source} />
      <span className="faint">
        {saysMore && sourceKindWords[kind]}
        {lastUsedAt !== null && (
          <>
            {saysMore ? ", last used " : "Last used "}
            <Day iso={lastUsedAt} />
          </>
        )}
      </span>
    </ListOption>
  );
}
