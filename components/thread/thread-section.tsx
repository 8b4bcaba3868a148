"use client";

import { useEffect, useMemo, useRef } from "react";
import { useLetterKeys } from "#components/desk/letter-keys.ts";
import { anchorWords } from "#components/thread/anchor-words.ts";
import { DiscussButton } from "#components/thread/discuss-button.tsx";
import { goToThread, jump } from "#components/thread/jump.ts";
import { MessageForm } from "#components/thread/message-form.tsx";
import { useThreads } from "#components/thread/thread-context.ts";
import { ThreadItem } from "#components/thread/thread-item.tsx";
import { DraftProvider } from "#components/ui/draft-provider.tsx";
import type { KeepDraft } from "#components/ui/form-context.ts";
import { Opened } from "#components/ui/opened.tsx";
import { threadDraftKey } from "#lib/domain/thread.ts";

type Props = {
  saveDraft: KeepDraft;
  /** Where the key works that leads from a thread to what it hangs on: a selector. */
  within: string;
};

/** The discussions of a claim and of what stands under it; those that were resolved are folded away. */
export function ThreadSection({ saveDraft, within }: Props) {
  const threads = useThreads();
  const claim = threads?.claim;
  const keys = useMemo(() => ({ t: () => claim !== undefined && jump(claim.id, claim.threads) }), [claim]);
  useLetterKeys(within, keys);
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (claim?.threads.some(({ id }) => id === begun.current) && begun.current !== null) showBegun(begun);
  }, [claim?.threads]);
  if (threads === null || claim === undefined) return null;
  const { discussion, about } = threads;
  const open = claim.threads.filter(({ resolved }) => resolved === null);
  const resolved = claim.threads.filter((thread) => thread.resolved !== null);
  if (!discussion.mayWrite && claim.threads.length === 0 && !claim.isBlind) return null;
  return (
    <section className="sec" aria-label="Discussion" id="discussion">
      <h2>
        Discussion <small>{open.length === 0 ? "" : `${open.length} open`}</small>
        <span className="sech-end">
          <DiscussButton anchor="claim" anchorId={claim.id} />
        </span>
      </h2>
      {claim.isBlind ? (
        <p className="faint">Discussion is hidden until your own verdict is in.</p>
      ) : (
        <DraftProvider saveDraft={saveDraft}>
          {claim.threads.length === 0 && about === null && <p className="faint">Nobody has asked anything yet.</p>}
          {about !== null && (
            <BeginForm
              key={`${about.anchor} ${about.anchorId}`}
              onBegun={(id) => {
                begun.current = id;
                requestAnimationFrame(() => showBegun(begun));
              }}
            />
          )}
          {open.length > 0 && (
            <ol className="threads">
              {open.map((thread) => (
                <ThreadItem key={thread.id} {...{ claim, thread }} />
              ))}
            </ol>
          )}
          {resolved.length > 0 && (
            <details className="tale quiet">
              <summary>{resolved.length} resolved</summary>
              <ol className="threads">
                {resolved.map((thread) => (
                  <ThreadItem key={thread.id} {...{ claim, thread }} />
                ))}
              </ol>
            </details>
          )}
          {claim.threads.length > 0 && (
            <p className="faint by-key">
              <kbd>t</kbd> leads from a discussion to what it is about, and back.
            </p>
          )}
        </DraftProvider>
      )}
    </section>
  );
}

/** The thread is there as soon as the page was read again, before or after the form hears that it was saved. */
function showBegun(begun: { current: string | null }): void {
  if (begun.current !== null && goToThread(begun.current)) begun.current = null;
}

/** The first message of a thread about what was chosen. */
function BeginForm({ onBegun }: { onBegun: (id: string) => void }) {
  const threads = useThreads();
  if (threads?.about == null) return null;
  const { claim, actions, about, writeAbout } = threads;
  const { anchor, anchorId } = about;
  const on = anchorWords(claim, about);
  return (
    <div className="thread">
      <p className="on">{on}</p>
      <Opened name={`discuss ${anchor} ${anchorId}`}>
        <MessageForm
          action={actions.begin}
          words={{ label: `Discuss: ${on}`, field: "Your message", send: "Begin discussion" }}
          hidden={{ claimId: claim.id, anchor, anchorId }}
          draftKey={threadDraftKey(claim.id, { anchor, id: anchorId })}
          onDone={() => writeAbout(null)}
          onSaved={onBegun}
        />
      </Opened>
    </div>
  );
}
