"use client";

import { useClaims } from "#components/article/claims-context.ts";

/** Under the title of a text without claims: how to begin. */
export function NothingMarked({ mayMark }: { mayMark: boolean }) {
  if (useClaims().length > 0) return null;
  return (
    <p className="invites">
      {mayMark ? "Nothing is marked yet. Select words in the text and choose Mark claim." : "Nothing is marked yet."}
    </p>
  );
}
