import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReviewPage } from "#components/claim/review-page.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { queueNeighbours } from "#lib/server/queries/review-queue.ts";
import { pageContext } from "#lib/server/session.ts";
import { review, saveDraft } from "../../claim-actions.ts";
import { override } from "../../gate-actions.ts";

export const metadata: Metadata = { title: "Review" };

const reviewHref = (claimId: string | null) => (claimId === null ? null : `/review/${claimId}`);

export default async function ReviewRoute({ params }: { params: Promise<{ claimId: string }> }) {
  const id = identifier.safeParse((await params).claimId);
  const context = await pageContext();
  const claim = id.success ? shown(await claimPage(context, id.data)) : notFound();
  const { earlier, later } = await queueNeighbours(context, claim.id);
  return (
    <ReviewPage
      claim={claim}
      action={review}
      overrideGate={override}
      saveDraft={saveDraft}
      position={{ earlier: reviewHref(earlier), later: reviewHref(later) }}
      me={{ id: context.actor.memberId, name: context.actor.name }}
    />
  );
}
