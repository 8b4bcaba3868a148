"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ImportActions } from "#components/import/import-actions.ts";
import { useSent } from "#components/import/use-sent.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Day } from "#components/ui/time.tsx";
import type { SeenBefore } from "#lib/domain/import-views.ts";

type Props = { importId: string; seen: SeenBefore; action: ImportActions["stageAsVersion"] };

/** Says that the article is on the desk already, and offers to bring this in as its next version. */
export function SeenNotice({ importId, seen, action }: Props) {
  const router = useRouter();
  const { busy, send } = useSent();
  const [isOwn, setOwn] = useState(false);
  const { articleId, title, version, frozenAt, because } = seen;
  const next = `/articles/${articleId}/versions/preview/${importId}`;
  if (isOwn)
    return (
      <p className="seen">
        <Icon name="warn" />
        <span>
          It becomes an article of its own.{" "}
          <button type="button" className="textbtn" onClick={() => setOwn(false)}>
            Choose again
          </button>
        </span>
      </p>
    );
  return (
    <section className="seen" aria-label="Seen before">
      <Icon name="warn" />
      <div>
        <p>
          This article is on the desk already:{" "}
          <a className="link" href={`/articles/${articleId}`} target="_blank" rel="noreferrer">
            <bdi>{title}</bdi>
          </a>
          , version {version}, of <Day iso={frozenAt} />.{" "}
          {because === "address" ? "It has the same address." : "Its text is nearly the same."}
        </p>
        <p className="acts">
          <Button
            busy={busy}
            onClick={() =>
              send(() => action({ id: importId, articleId }), {
                said: `It is held against version ${version}.`,
                after: () => router.push(next),
              })
            }
          >
            Bring it in as version {version + 1}
          </Button>
          <Button onClick={() => setOwn(true)}>Keep it as an article of its own</Button>
        </p>
      </div>
    </section>
  );
}
