import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReviewPage } from "#components/claim/review-page.tsx";
import { ThreadProvider } from "#components/thread/thread-provider.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { dayOf, shown } from "#lib/server/page-outcome.ts";
import { claimDiscussion } from "#lib/server/queries/claim-discussion.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { assignableMembers } from "#lib/server/queries/colleagues.ts";
import { queueNeighbours } from "#lib/server/queries/review-queue.ts";
import { newestLine, sinceSeen } from "#lib/server/queries/since-seen.ts";
import { pageContext } from "#lib/server/session.ts";
import { look, review, saveDraft } from "../../claim-actions.ts";
import { override } from "../../gate-actions.ts";
import { inviteFromOutside, revokeFromOutside } from "../../outside-actions.ts";
import { approvePlaces } from "../../relation-actions.ts";
import { secondsFor } from "../../seconds-for.ts";
import { begin, more, remove, reopen, reply, resolve, restore } from "../../thread-actions.ts";

const threadActions = { begin, more, remove, reopen, reply, resolve, restore };

export const metadata: Metadata = { title: "Review" };

const reviewHref = (claimId: string | null) => (claimId === null ? null : `/review/${claimId}`);

export default async function ReviewRoute({ params }: { params: Promise<{ claimId: string }> }) {
  const id = identifier.safeParse((await params).claimId);
  const context = await pageContext();
  const claim = id.success ? shown(await claimPage(context, id.data)) : notFound();
  const [since, { earlier, later }, discussion, members] = await Promise.all([
    sinceSeen(context, claim),
    queueNeighbours(context, claim.id),
    claimDiscussion(context, claim.id),
    assignableMembers(context),
  ]);
  const me = { id: context.actor.memberId, name: context.actor.name };
  return (
    <ThreadProvider key={claim.id} claim={claim} discussion={discussion} actions={threadActions} me={me}>
      <ReviewPage
        claim={claim}
        action={review}
        approvePlaces={approvePlaces}
        overrideGate={override}
        outside={{ invite: inviteFromOutside, revoke: revokeFromOutside }}
        saveDraft={saveDraft}
        position={{ earlier: reviewHref(earlier), later: reviewHref(later) }}
        seen={{ since, look, upTo: newestLine(claim) }}
        me={me}
        seconds={secondsFor(context.actor)}
        members={members}
        today={dayOf(context.now)}
      />
    </ThreadProvider>
  );
}
