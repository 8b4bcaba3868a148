"use client";

import { createContext, useContext } from "react";
import type { ThreadActions } from "#components/thread/thread-actions.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import type { Discussion, ThreadAnchor } from "#lib/domain/thread.ts";
import type { ClaimView } from "#lib/domain/views.ts";

/** What a discussion hangs on. */
export type Anchored = { readonly anchor: ThreadAnchor; readonly anchorId: string };

type Threads = {
  readonly claim: ClaimView;
  readonly discussion: Discussion;
  readonly actions: ThreadActions;
  readonly me: MemberView;
  /** What a new thread is being written about. */
  readonly about: Anchored | null;
  readonly writeAbout: (about: Anchored | null) => void;
};

export const ThreadContext = createContext<Threads | null>(null);

/** The discussions of the claim on the page; null where there are none to be had. */
export function useThreads(): Threads | null {
  return useContext(ThreadContext);
}
