"use client";

import { createContext, useContext, useSyncExternalStore } from "react";
import { ClaimStore, type Source } from "#components/article/claim-store.ts";
import type { UnitClaims } from "#lib/domain/drawn-claims.ts";
import { sheetOf, type Unit } from "#lib/domain/sheet.ts";
import type { ClaimMarkView } from "#lib/domain/views.ts";

const empty = new ClaimStore({ articleId: "", sheet: sheetOf("", []), claims: [], open: null });

/** Its value never changes while an article is shown: what changes are the sources of the store. */
export const ClaimsContext = createContext(empty);

export function useClaimStore(): ClaimStore {
  return useContext(ClaimsContext);
}

function useSource<T>({ subscribe, read, readFirst }: Source<T>): T {
  return useSyncExternalStore(subscribe, read, readFirst);
}

/** The article's claims in the order of its text. */
export function useClaims(): readonly ClaimMarkView[] {
  return useSource(useClaimStore().claims);
}

export function useUnitClaims(unit: Unit): UnitClaims {
  return useSource(useClaimStore().unit(unit.index));
}
