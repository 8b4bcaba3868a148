"use client";

import { type ReactNode, useMemo, useState } from "react";
import type { ThreadActions } from "#components/thread/thread-actions.ts";
import { type Anchored, ThreadContext } from "#components/thread/thread-context.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import { type Discussion, threadAnchors } from "#lib/domain/thread.ts";
import type { ClaimView } from "#lib/domain/views.ts";

type Props = { claim: ClaimView; discussion: Discussion; actions: ThreadActions; me: MemberView; children: ReactNode };

/** Lets everything below it begin and show the discussions of one claim. */
export function ThreadProvider({ claim, discussion, actions, me, children }: Props) {
  const [about, writeAbout] = useState(() => begunIn(discussion));
  const threads = useMemo(
    () => ({ claim, discussion, actions, me, about, writeAbout }),
    [claim, discussion, actions, me, about],
  );
  return <ThreadContext value={threads}>{children}</ThreadContext>;
}

/** What the latest unsent first message is about. */
function begunIn({ drafts }: Discussion): Anchored | null {
  for (const { anchor, anchorId, text } of Object.values(drafts)) {
    const known = threadAnchors.find((name) => name === anchor);
    if (known !== undefined && anchorId !== undefined && text !== undefined && text !== "")
      return { anchor: known, anchorId };
  }
  return null;
}
