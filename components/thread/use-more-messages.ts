"use client";

import { useState, useTransition } from "react";
import type { ThreadActions } from "#components/thread/thread-actions.ts";
import type { EarlierMessages, MessageView, ThreadView } from "#lib/domain/thread.ts";

/** A thread's messages with those before them that were asked for; what is on the page already stays there. */
export function useMoreMessages(thread: ThreadView, more: ThreadActions["more"]) {
  const [seen, setSeen] = useState<EarlierMessages | null>(null);
  const [failed, setFailed] = useState(false);
  const [busy, startTransition] = useTransition();
  const messages = seen === null ? thread.messages : merged(seen.messages, thread.messages);
  const load = () => {
    const [first] = messages;
    if (busy || first === undefined) return;
    startTransition(async () => {
      let earlier: EarlierMessages | null;
      try {
        earlier = await more(thread.id, first.id);
      } catch {
        // The connection was lost: said at the button, which stays.
        earlier = null;
      }
      setFailed(earlier === null);
      if (earlier !== null) setSeen({ messages: merged(earlier.messages, messages), earlier: earlier.earlier });
    });
  };
  return { messages, earlier: seen?.earlier ?? thread.earlier, failed, busy, load };
}

/** The newer list says what a message is now. */
function merged(older: readonly MessageView[], newer: readonly MessageView[]): MessageView[] {
  return [...new Map([...older, ...newer].map((message) => [message.id, message])).values()];
}
