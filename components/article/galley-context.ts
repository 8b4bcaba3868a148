"use client";

import { createContext, useContext } from "react";
import type { ClaimState } from "#lib/domain/claim.ts";

export type GalleyFocus = {
  readonly articleId: string;
  /** The claim whose panel is open. */
  readonly claimId: string | null;
  /** The state that the tally was asked for (`?state=`); null shows them all. */
  readonly only: string | null;
};

export const GalleyContext = createContext<GalleyFocus>({ articleId: "", claimId: null, only: null });

export function useGalley(): GalleyFocus {
  return useContext(GalleyContext);
}

/** Where a claim's panel is; the tally's choice goes along. */
export function claimHref(articleId: string, { claimId, only }: { claimId: string; only: string | null }): string {
  const query = only === null ? "" : `?state=${encodeURIComponent(only)}`;
  return `/articles/${articleId}/claims/${claimId}${query}`;
}

/** Attributes that say whether a claim is the open one, and whether it is among those asked for. */
export function standing(focus: GalleyFocus, claim: { readonly id: string; readonly state: ClaimState }) {
  return {
    "aria-current": focus.claimId === claim.id ? ("true" as const) : undefined,
    "data-shown": focus.only === claim.state ? "" : undefined,
  };
}
