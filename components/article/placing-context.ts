"use client";

import { createContext, useContext } from "react";
import type { PlaceClaim, PlacingClaim } from "#components/article/place-claim.ts";

/**
 * Whether the words of a claim are being chosen (`?place=`). While the claim is looked up, or when it cannot be placed,
 * nothing is offered for selected words, so that nobody marks a new claim by mistake.
 */
export type Placing =
  | { readonly kind: "off" }
  | { readonly kind: "asking" }
  | { readonly kind: "closed" }
  | {
      readonly kind: "open";
      readonly claim: PlacingClaim;
      readonly place: PlaceClaim;
      /** Where the person goes when it is done or given up. */
      readonly back: string;
      /** Looks the claim up again, after a refusal. */
      readonly ask: () => void;
    };

export const PlacingContext = createContext<Placing>({ kind: "off" });

export function usePlacing(): Placing {
  return useContext(PlacingContext);
}
