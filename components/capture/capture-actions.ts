import type { FormAction, Typed } from "#lib/domain/form-state.ts";

/** Words of a kept copy: `[start, end)` in its text, UTF-16 code units. */
export type WordsOfCapture = { readonly captureId: string; readonly start: number; readonly end: number };

/** `typed` is what stands in this tab's form for new evidence already. */
export type QuoteRequest = WordsOfCapture & { readonly claimId: string; readonly typed: Typed };
export type QuoteAnswer =
  | { readonly ok: true; readonly href: string }
  | { readonly ok: false; readonly sentence: string };

/** `staleIsFine` says that a verdict which rests on the evidence may go stale. */
export type BindRequest = WordsOfCapture & {
  readonly claimId: string;
  readonly evidenceId: string;
  readonly rowVersion: number;
  readonly staleIsFine: boolean;
};
export type BindAnswer = QuoteAnswer | { readonly ok: false; readonly asks: true; readonly sentence: string };

/** A claim that words can be quoted for. */
export type ClaimChoice = {
  readonly id: string;
  readonly number: number;
  readonly articleTitle: string;
  readonly statement: string;
};

/** Everything that the page of a kept copy can ask the server to do. */
export type CaptureActions = {
  readonly quote: (request: QuoteRequest) => Promise<QuoteAnswer>;
  readonly bind: (request: BindRequest) => Promise<BindAnswer>;
  /** The claims to choose from, those of the reader first; at most 100. */
  readonly claims: () => Promise<readonly ClaimChoice[]>;
  /** Fields `id`, `sourceId`, `address`, `evidenceId`; the saved id is the new copy's. */
  readonly keep: FormAction;
};
