"use client";

import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { ClaimState } from "#lib/domain/claim.ts";

/** The claim whose panel is open. Kept outside React's tree, so that opening one of a thousand draws two again. */
export class OpenClaim {
  #id: string | null;
  readonly #listeners = new Set<() => void>();

  constructor(id: string | null) {
    this.#id = id;
  }

  readonly read = (): string | null => this.#id;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(id: string | null): void {
    if (id === this.#id) return;
    this.#id = id;
    for (const listener of this.#listeners) listener();
  }
}

type GalleyView = {
  readonly articleId: string;
  readonly open: OpenClaim;
  /** The state that the tally was asked for (`?state=`); null shows them all. */
  readonly only: string | null;
};

export const GalleyContext = createContext<GalleyView>({ articleId: "", open: new OpenClaim(null), only: null });

export function useGalley(): GalleyView {
  return useContext(GalleyContext);
}

export function useOpenClaim(): string | null {
  const { open } = useGalley();
  return useSyncExternalStore(open.subscribe, open.read, open.read);
}

/** Attributes that say whether a claim is the open one, and whether it is among those asked for. */
export function useStanding(claim: { readonly id: string; readonly state: ClaimState }) {
  const { open, only } = useGalley();
  const isOpen = useCallback(() => open.read() === claim.id, [open, claim.id]);
  const current = useSyncExternalStore(open.subscribe, isOpen, isOpen);
  return {
    "aria-current": current ? ("true" as const) : undefined,
    "data-shown": only === claim.state ? "" : undefined,
  };
}

/** Where a claim's panel is; the tally's choice goes along. */
export function claimHref(articleId: string, { claimId, only }: { claimId: string; only: string | null }): string {
  const query = only === null ? "" : `?state=${encodeURIComponent(only)}`;
  return `/articles/${articleId}/claims/${claimId}${query}`;
}
