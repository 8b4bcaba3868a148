"use client";

import { anchorWords } from "#components/thread/anchor-words.ts";
import { goToThread } from "#components/thread/jump.ts";
import { type Anchored, useThreads } from "#components/thread/thread-context.ts";
import { Opener } from "#components/ui/opened.tsx";

type Props = Anchored & {
  /** What is on the button: the rest of its name is what it hangs on. */
  words?: string;
};

/** Opens the discussion of a thing, or the form that begins one. Nothing for whoever may do neither. */
export function DiscussButton({ anchor, anchorId, words = "Discuss" }: Props) {
  const threads = useThreads();
  if (threads === null || threads.claim.isBlind) return null;
  const { claim, discussion, writeAbout } = threads;
  const open = claim.threads.filter((each) => each.anchorId === anchorId && each.anchor === anchor && !each.resolved);
  const [first] = open;
  const own = { anchor, anchorId };
  const named = <span className="vh"> {anchorWords(claim, own).toLowerCase()}</span>;
  if (first !== undefined) {
    return (
      <button type="button" className="textbtn" onClick={() => goToThread(first.id)}>
        {words}
        {named} <span className="count">{open.length} open</span>
      </button>
    );
  }
  if (!discussion.mayWrite) return null;
  return (
    <Opener name={`discuss ${anchor} ${anchorId}`} onClick={() => writeAbout(own)}>
      {words}
      {named}
    </Opener>
  );
}
