"use client";

import { useTransition } from "react";
import { MessageWords } from "#components/thread/message-words.tsx";
import { useThreads } from "#components/thread/thread-context.ts";
import { sendFields } from "#components/ui/send-fields.ts";
import { Moment } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { MessageView } from "#lib/domain/thread.ts";

/** One message, with a way to take it away or to bring it back for whoever may. */
export function MessageItem({ message }: { message: MessageView }) {
  const threads = useThreads();
  const [busy, startTransition] = useTransition();
  if (threads === null) return null;
  const { discussion, actions, me } = threads;
  const { id, author, isRemoved } = message;
  const may = discussion.mayWrite && (author.id === me.id || discussion.mayTidy);
  const bringBack = async () => showToast((await sendFields(actions.restore, { id })) ?? "The message is back.");
  const takeAway = async () => {
    const refused = await sendFields(actions.remove, { id });
    if (refused !== null) return showToast(refused);
    showToast("The message was taken away.", () => void bringBack());
  };
  const act = () => {
    if (!busy) startTransition(isRemoved ? bringBack : takeAway);
  };
  return (
    <li className="message">
      <p className="head">
        <b>
          <bdi>{author.name}</bdi>
        </b>
        <span className="faint">
          <Moment iso={message.at} />
        </span>
        {may && (
          <button type="button" className="textbtn" aria-disabled={busy || undefined} onClick={act}>
            {isRemoved ? "Bring back" : "Take away"}
            <span className="vh"> the message of {author.name}</span>
          </button>
        )}
      </p>
      {isRemoved ? <p className="faint">This message was taken away.</p> : <MessageWords message={message} />}
    </li>
  );
}
