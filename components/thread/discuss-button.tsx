"use client";

import { anchorWords } from "#components/thread/anchor-words.ts";
import { goToThread } from "#components/thread/jump.ts";
import { type Anchored, useThreads } from "#components/thread/thread-context.ts";
import { Opener } from "#components/ui/opened.tsx";

type Props = Anchored & {
  /** How much of its name stands on the button: the rest says which one it is. */
  words?: "Discuss" | "Discuss passage";
};

/** Opens the discussion of a thing, or the form that begins one. Nothing for whoever may do neither. */
export function DiscussButton({ anchor, anchorId, words = "Discuss" }: Props) {
  const threads = useThreads();
  if (threads === null || threads.claim.isBlind) return null;
  const { claim, discussion, writeAbout } = threads;
  const open = claim.threads.filter((each) => each.anchorId === anchorId && each.anchor === anchor && !each.resolved);
  const [first] = open;
  const own = { anchor, anchorId };
  const named = <span className="vh">{`Discuss ${anchorWords(claim, own).toLowerCase()}`.slice(words.length)}</span>;
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
