"use client";

import { useState } from "react";
import { ShareForm } from "#components/sharing/share-form.tsx";
import { ShareLine } from "#components/sharing/share-line.tsx";
import type { SharingActions, SharingView } from "#components/sharing/sharing-view.ts";
import { Opened, Opener } from "#components/ui/opened.tsx";
import type { ReportLink } from "#lib/domain/publication.ts";

type Props = { view: SharingView; share: SharingActions["share"]; revoke: SharingActions["revoke"] };

/** Links by which people outside read the report, whether it is public or not, and the way to make one. */
export function ShareLinks({ view: { article, editions, links }, share, revoke }: Props) {
  const [isMaking, setMaking] = useState(false);
  const open = links.filter((link) => link.standing === "open");
  const over = links.filter((link) => link.standing !== "open");
  return (
    <section className="sec" aria-labelledby="outside-head">
      <h2 id="outside-head">
        For people outside <small>{open.length === 0 ? "no open link" : open.length}</small>
      </h2>
      <p className="soft">
        Whoever has a link reads the report without an account, until it expires or you revoke it, under an embargo too.
      </p>
      {open.length > 0 && <Lines links={open} revoke={revoke} />}
      {over.length > 0 && (
        <details className="unfold">
          <summary>Expired and revoked links ({over.length})</summary>
          <Lines links={over} revoke={revoke} />
        </details>
      )}
      {editions.length === 0 ? (
        <p className="aside mt-2">Links can be made once there is an edition.</p>
      ) : isMaking ? (
        <Opened name="share">
          <ShareForm articleId={article.id} editions={editions} share={share} onDone={() => setMaking(false)} />
        </Opened>
      ) : (
        <Opener name="share" className="btn mt-4" onClick={() => setMaking(true)}>
          Make a link
        </Opener>
      )}
    </section>
  );
}

function Lines({ links, revoke }: { links: readonly ReportLink[]; revoke: SharingActions["revoke"] }) {
  return (
    <ul className="rows mt-2">
      {links.map((link) => (
        <ShareLine key={link.id} link={link} revoke={revoke} />
      ))}
    </ul>
  );
}
