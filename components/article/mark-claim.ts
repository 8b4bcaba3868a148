import type { Span } from "#lib/domain/span.ts";
import type { ClaimMarkView, ClaimView } from "#lib/domain/views.ts";

/** What is marked: `[start, end)` in the version's text, UTF-16 code units, under an id made by the asker (UUIDv7). */
export type MarkRequest = {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly start: number;
  readonly end: number;
};

/** `existed` says that these very words were a claim already; `claimId` is then that claim's. */
export type MarkAnswer =
  | {
      readonly ok: true;
      readonly claimId: string;
      readonly existed: boolean;
      /** As the text shows it, so that nothing else has to be read again. */
      readonly claim: ClaimMarkView;
    }
  | { readonly ok: false; readonly sentence: string };

export type MarkClaim = (request: MarkRequest) => Promise<MarkAnswer>;

/** How the text shows a claim that was just marked on a span: no verdict stands on it, and it asks for nothing yet. */
export function markOfClaim({ id, number, state, fields, quote, placement }: ClaimView, span: Span): ClaimMarkView {
  return {
    id,
    number,
    start: span.start,
    end: span.end,
    state,
    summary: fields.statement === "" ? quote.quote : fields.statement,
    rating: null,
    asks: null,
    needsPlacing: placement.needsPlacing,
  };
}
