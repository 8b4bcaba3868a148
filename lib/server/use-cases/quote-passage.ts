import "server-only";
import type { CapturePageView } from "#lib/domain/capture-views.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, refused } from "#lib/domain/failure.ts";
import { passageLocator } from "#lib/domain/passage-locator.ts";
import { longestPassage } from "#lib/domain/passage-place.ts";
import { ok } from "#lib/domain/result.ts";
import { checkSpan, type Span } from "#lib/domain/span.ts";
import type { QuotePassage } from "#lib/schemas/quote-passage.ts";
import type { Context } from "#lib/server/context.ts";
import { capturePage } from "#lib/server/queries/capture-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { rememberDraft } from "#lib/server/use-cases/keep-draft.ts";

/** `after` is the evidence that the form for the next one stands below; null where it is the first. */
type Quoted = { readonly claimId: string; readonly articleId: string; readonly after: string | null };

/**
 * Puts words of a copy into the reader's draft of new evidence on a claim: source, copy, passage, its place and locator.
 * What the draft says besides, such as a note, stays. Nothing is linked before the form is sent.
 */
export async function quotePassage(context: Context, input: QuotePassage): Promise<Outcome<Quoted>> {
  const claim = await claimPage(context, input.claimId);
  if (!claim.ok) return claim;
  const capture = await capturePage(context, input.captureId);
  if (!capture.ok) return capture;
  if (!capture.value.mayQuote || !claim.value.may.edit) return forbidden();
  const { text, blocks } = capture.value;
  const span = { start: input.start, end: input.end };
  const isShort = span.end - span.start <= longestPassage;
  if (!isShort || !checkSpan(text, blocks, span).ok) return refused("passage-outside");

  const { id: claimId, articleId, drafts, evidence } = claim.value;
  const fields = { ...drafts.evidence, ...input.typed, claimId, ...fieldsOf(capture.value, span) };
  const kept = await rememberDraft(context, { key: `evidence:${claimId}`, fields });
  return kept.ok ? ok({ claimId, articleId, after: evidence.at(-1)?.id ?? null }) : kept;
}

/** By the names of the form's fields. A form that does not know the source finds it again by its address. */
function fieldsOf({ id, text, blocks, source, obtainedAt }: CapturePageView, { start, end }: Span) {
  const { kind, title, publication, author, publishedOn, address } = source;
  return {
    sourceId: source.id,
    sourceKind: kind,
    title,
    publication,
    author,
    publishedOn,
    address,
    captureId: id,
    passageStart: String(start),
    passageEnd: String(end),
    passage: text.slice(start, end),
    locator: passageLocator(text, blocks, { start, end }).slice(0, 300),
    accessedOn: obtainedAt.slice(0, 10),
  };
}
