"use client";

import { useParams, useRouter } from "next/navigation";
import { type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import { ClaimStore } from "#components/article/claim-store.ts";
import { ClaimsContext } from "#components/article/claims-context.ts";
import { holdWords, withdrawHeldWords } from "#components/live/held-words.ts";
import { sheetOf } from "#lib/domain/sheet.ts";
import type { ArticleView, ClaimMarkView } from "#lib/domain/views.ts";

export type Words = Pick<ArticleView, "text" | "blocks">;

type Props = {
  articleId: string;
  versionId: string;
  /** Null where the answer goes to a page that has this version's words already. */
  words: Words | null;
  claims: readonly ClaimMarkView[];
  children: ReactNode;
};

/** The words of the versions seen last in this tab. Only ever written in the browser: on the server it stays empty. */
const seen = new Map<string, Words>();
const mostSeen = 3;

/**
 * Holds a version's words and its claims for all that shows them. The words never change, so an answer to an action
 * and a live reading leave them out; a page that lacks them all the same (it was left and came back to) asks for them.
 */
export function ClaimsProvider({ articleId, versionId, words, claims, children }: Props) {
  const router = useRouter();
  const { claimId } = useParams();
  const open = typeof claimId === "string" ? claimId : null;
  const held = words ?? seen.get(versionId) ?? null;
  const [store, setStore] = useState(() => storeOf({ articleId, words: held, claims, open }));
  const lacksWords = store === null;
  if (lacksWords && held !== null) setStore(storeOf({ articleId, words: held, claims, open }));

  useEffect(() => {
    if (lacksWords) {
      withdrawHeldWords();
      router.refresh();
      return;
    }
    holdWords(versionId);
    return () => holdWords(null);
  }, [lacksWords, versionId, router]);
  useEffect(() => {
    if (words === null) return;
    seen.delete(versionId);
    seen.set(versionId, words);
    for (const id of seen.keys()) if (seen.size > mostSeen) seen.delete(id);
  }, [versionId, words]);
  useLayoutEffect(() => store?.replace(claims), [store, claims]);
  useLayoutEffect(() => store?.setOpen(open), [store, open]);

  return store === null ? null : <ClaimsContext value={store}>{children}</ClaimsContext>;
}

type Page = { articleId: string; words: Words | null; claims: readonly ClaimMarkView[]; open: string | null };

function storeOf({ articleId, words, claims, open }: Page): ClaimStore | null {
  if (words === null) return null;
  return new ClaimStore({ articleId, sheet: sheetOf(words.text, words.blocks), claims, open });
}
