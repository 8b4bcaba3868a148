import Link from "next/link";
import { Icon } from "#components/ui/icon.tsx";
import { Moment } from "#components/ui/time.tsx";
import type { EditionRow } from "#lib/domain/edition-preview.ts";

type Props = { articleId: string; editions: readonly EditionRow[]; isWithdrawn: boolean };

/** What was published before, the newest edition by name; that the check was taken back, where it was. */
export function NextStanding({ articleId, editions, isWithdrawn }: Props) {
  const [newest] = editions;
  if (newest === undefined) return <p className="soft">Nothing of this report is published yet.</p>;
  const link = (
    <Link className="link" href={`/articles/${articleId}/report/editions`} prefetch={false}>
      {editions.length === 1 ? "See it" : "All editions"}
    </Link>
  );
  const when = (
    <>
      on <Moment iso={newest.publishedAt} /> by <bdi>{newest.publishedBy}</bdi>.
    </>
  );
  return isWithdrawn ? (
    <p className="refusal">
      <Icon name="warn" />
      <span>
        This check was withdrawn {when} The next edition brings it back. {link}
      </span>
    </p>
  ) : (
    <p className="soft">
      Edition {newest.number} was published {when} {link}
    </p>
  );
}
