import type { Span } from "#lib/domain/span.ts";

/** A passage by its words, with the words before and after it; empty where none were given. */
export type QuoteSelector = { readonly exact: string; readonly prefix: string; readonly suffix: string };

/** A passage by its place, in units that its writer knows: whole numbers from 0, start not after end. */
export type PositionSelector = { readonly start: number; readonly end: number };

/** One description of a passage: by words, by place, or by both. */
export type AnchorStep =
  | { readonly quote: QuoteSelector; readonly position: PositionSelector | null }
  | { readonly quote: null; readonly position: PositionSelector };

/** From the outermost passage to the one meant (`refinedBy`): a step is looked for, and counted, inside the one before. */
export type AnchorWay = readonly [AnchorStep, ...AnchorStep[]];

/** What is to be found: ways that all mean the same passage, the preferred first. `problems` says what was left out. */
export type AnchorRequest = {
  readonly id: string | number | null;
  readonly ways: readonly AnchorWay[];
  readonly problems: readonly string[];
};

export type AnchorCandidate = Span & { readonly confidence: number };

/** A passage in the text, UTF-16 code units; `confidence` is 0 to 1. `reason` is a sentence for whoever has to decide. */
export type Anchoring =
  | (Span & {
      readonly placement: "exact" | "changed";
      readonly confidence: number;
      readonly reason?: string;
    })
  | {
      readonly placement: "ambiguous";
      readonly start: null;
      readonly end: null;
      readonly confidence: number;
      /** The best first, eight at most. A single one is a place whose words fit and whose surroundings do not. */
      readonly candidates: readonly AnchorCandidate[];
      readonly reason: string;
    }
  | {
      readonly placement: "lost";
      readonly start: null;
      readonly end: null;
      readonly confidence: number;
      readonly reason: string;
    };

export type Anchor = { readonly id: AnchorRequest["id"] } & Anchoring;

const mostCandidates = 8;

export function lost(reason: string): Anchoring {
  return { placement: "lost", start: null, end: null, confidence: 0, reason };
}

/** Candidates for a person to choose from, the best first. */
export function ambiguous(found: readonly AnchorCandidate[], reason: string): Anchoring {
  const candidates = found
    .toSorted((a, b) => b.confidence - a.confidence || a.start - b.start)
    .slice(0, mostCandidates)
    .map(({ start, end, confidence }) => ({ start, end, confidence: rounded(confidence) }));
  return {
    placement: "ambiguous",
    start: null,
    end: null,
    confidence: candidates[0]?.confidence ?? 0,
    candidates,
    reason,
  };
}

/** Three decimals are more than the method knows. */
export function rounded(confidence: number): number {
  return Math.round(confidence * 1000) / 1000;
}
