"use client";

import { useState } from "react";
import type { ReplyActions } from "#components/reply/reply-actions.ts";
import { ReplyItem } from "#components/reply/reply-item.tsx";
import { RequestForm } from "#components/reply/request-form.tsx";
import { Opened, Opener } from "#components/ui/opened.tsx";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; actions: ReplyActions | null };

/** "1 waits, 2 without an answer"; nothing once everybody answered. */
function countWords({ replies }: ClaimView): string {
  const count = (what: string) => replies.filter(({ standing }) => standing === what).length;
  const [waiting, overdue] = [count("waiting"), count("overdue")];
  const waits = waiting === 0 ? [] : [waiting === 1 ? "1 waits" : `${waiting} wait`];
  return [...waits, ...(overdue === 0 ? [] : [`${overdue} without an answer`])].join(", ");
}

/** Right of reply: whom the desk asked about the claim, by when, and what they answered. */
export function ReplySection({ claim, actions }: Props) {
  const [asking, setAsking] = useState(false);
  const may = actions !== null && claim.may.edit;
  if (claim.replies.length === 0 && !may) return null;
  return (
    <section className="sec" aria-label="Right of reply" id="replies">
      <h2>
        Right of reply <small>{countWords(claim)}</small>
        {may && !asking && (
          <span className="sech-end">
            <Opener name="ask" onClick={() => setAsking(true)}>
              Ask for a reply
            </Opener>
          </span>
        )}
      </h2>
      {claim.replies.length === 0 && !asking && (
        <p className="faint">
          {claim.fields.claimant === "" ? "Nobody was asked. The claim names no claimant." : "Nobody was asked yet."}
        </p>
      )}
      {claim.replies.length > 0 && (
        <ol className="replies">
          {claim.replies.map((request) => (
            <ReplyItem key={request.id} {...{ claim, request }} actions={may ? actions : null} />
          ))}
        </ol>
      )}
      {asking && actions !== null && (
        <Opened name="ask">
          <RequestForm claim={claim} request={null} action={actions.ask} onDone={() => setAsking(false)} />
        </Opened>
      )}
    </section>
  );
}
