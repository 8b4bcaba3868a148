import "server-only";
import type { QuotingFor } from "#components/capture/quoting-for.ts";
import type { CapturePageView } from "#lib/domain/capture-views.ts";
import { identifier, wholeNumber } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";

type Asked = string | string[] | undefined;

/** An offset in a text that an address asks for; null where it asks for none, or for one that is not in it. */
export function offsetIn(asked: Asked, text: string): number | null {
  const offset = wholeNumber(0, Math.max(0, text.length - 1)).safeParse(asked);
  return offset.success ? offset.data : null;
}

/** The claim and the evidence that an address says the reader came from, as far as they are there to be changed. */
export async function quotingFor(
  context: Context,
  capture: CapturePageView,
  asked: { readonly claim?: Asked; readonly evidence?: Asked },
): Promise<QuotingFor> {
  const evidenceId = identifier.safeParse(asked.evidence).data;
  const quotedBy = capture.quoted.find((passage) => passage.evidenceId === evidenceId)?.claimId;
  const claimId = identifier.safeParse(asked.claim).data ?? quotedBy;
  const page = claimId === undefined ? null : await claimPage(context, claimId);
  if (page === null || !page.ok || !page.value.may.edit) return { claim: null, evidence: null };
  const { id, articleId, number, fields, quote, evidence } = page.value;
  const index = evidence.findIndex((one) => one.id === evidenceId);
  const found = evidence[index];
  const hasPlace = found?.capture?.id === capture.id && found.capture.span !== null;
  return {
    claim: { id, articleId, number, statement: fields.statement || quote.quote },
    evidence:
      found === undefined ? null : { evidenceId: found.id, number: index + 1, rowVersion: found.rowVersion, hasPlace },
  };
}
