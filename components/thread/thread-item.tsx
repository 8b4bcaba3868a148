"use client";

import { useState } from "react";
import { anchorWords } from "#components/thread/anchor-words.ts";
import { goToAnchor } from "#components/thread/jump.ts";
import { MessageForm } from "#components/thread/message-form.tsx";
import { MessageItem } from "#components/thread/message-item.tsx";
import { ReopenThread, ResolveForm } from "#components/thread/resolve-thread.tsx";
import { useThreads } from "#components/thread/thread-context.ts";
import { useMoreMessages } from "#components/thread/use-more-messages.ts";
import { Opened, Opener } from "#components/ui/opened.tsx";
import { Moment } from "#components/ui/time.tsx";
import { type ThreadView, threadDraftKey } from "#lib/domain/thread.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** One discussion: what it hangs on, what was said, and what can be done next. */
export function ThreadItem({ claim, thread }: { claim: ClaimView; thread: ThreadView }) {
  const threads = useThreads();
  if (threads === null) return null;
  const words = anchorWords(claim, thread);
  const { resolved } = thread;
  return (
    <li>
      <article className="thread" id={`thread-${thread.id}`} data-thread={thread.id} aria-label={words} tabIndex={-1}>
        <p className="on">
          <button type="button" className="textbtn" onClick={() => goToAnchor(claim.id, thread)}>
            <span className="vh">Show </span>
            {words}
          </button>
        </p>
        <Messages thread={thread} />
        {resolved !== null && (
          <div className="outcome">
            <p>
              Resolved by <bdi>{resolved.by.name}</bdi>, <Moment iso={resolved.at} />
            </p>
            <p className="saying" dir="auto">
              {resolved.reason}
            </p>
          </div>
        )}
        {threads.discussion.mayWrite && <Next key={thread.rowVersion} claim={claim} thread={thread} />}
      </article>
    </li>
  );
}

function Messages({ thread }: { thread: ThreadView }) {
  const threads = useThreads();
  const { messages, earlier, failed, busy, load } = useMoreMessages(thread, threads?.actions.more ?? nothingMore);
  return (
    <>
      {earlier > 0 && (
        <p className="faint">
          <button type="button" className="textbtn" aria-disabled={busy || undefined} onClick={load}>
            Show earlier messages
          </button>{" "}
          <span role="status">
            {failed ? "They were not read. Try again." : `${earlier.toLocaleString("en")} came before.`}
          </span>
        </p>
      )}
      <ol className="messages">
        {messages.map((message) => (
          <MessageItem key={message.id} message={message} />
        ))}
      </ol>
    </>
  );
}

const nothingMore = async () => null;

function Next({ claim, thread }: { claim: ClaimView; thread: ThreadView }) {
  const threads = useThreads();
  const draftKey = threadDraftKey(claim.id, { anchor: "thread", id: thread.id });
  const begun = threads?.discussion.drafts[draftKey] !== undefined;
  const [doing, setDoing] = useState<"reply" | "resolve" | null>(begun ? "reply" : null);
  if (threads === null) return null;
  const { actions } = threads;
  const done = () => setDoing(null);
  const on = <span className="vh"> in the discussion: {anchorWords(claim, thread)}</span>;
  if (thread.resolved !== null) return <ReopenThread thread={thread} action={actions.reopen} name={on} />;
  const reply = { label: "Reply", field: "Your reply", send: "Send reply" };
  return doing === null ? (
    <p className="does">
      <Opener name={`reply ${thread.id}`} onClick={() => setDoing("reply")}>
        Reply{on}
      </Opener>
      <Opener name={`resolve ${thread.id}`} onClick={() => setDoing("resolve")}>
        Resolve{on}
      </Opener>
    </p>
  ) : (
    <Opened name={`${doing} ${thread.id}`}>
      {doing === "reply" ? (
        <MessageForm
          action={actions.reply}
          words={reply}
          hidden={{ threadId: thread.id }}
          draftKey={draftKey}
          onDone={done}
        />
      ) : (
        <ResolveForm thread={thread} action={actions.resolve} onDone={done} />
      )}
    </Opened>
  );
}
