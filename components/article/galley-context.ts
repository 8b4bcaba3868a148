"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { useClaimStore } from "#components/article/claims-context.ts";

type GalleyView = {
  readonly articleId: string;
  /** The state that the tally was asked for (`?state=`); null shows them all. */
  readonly only: string | null;
};

export const GalleyContext = createContext<GalleyView>({ articleId: "", only: null });

export function useGalley(): GalleyView {
  return useContext(GalleyContext);
}

export function useOpenClaim(): string | null {
  const { open } = useClaimStore();
  return useSyncExternalStore(open.subscribe, open.read, open.readFirst);
}

/** Where a claim's panel is; the tally's choice goes along. */
export function claimHref(articleId: string, { claimId, only }: { claimId: string; only: string | null }): string {
  const query = only === null ? "" : `?state=${encodeURIComponent(only)}`;
  return `/articles/${articleId}/claims/${claimId}${query}`;
}
