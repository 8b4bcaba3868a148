import { notFound } from "next/navigation";
import { PanelFrame } from "#components/article/panel-frame.tsx";
import { ClaimPanel } from "#components/claim/claim-panel.tsx";
import { SinceSeen } from "#components/claim/since-seen.tsx";
import { ThreadProvider } from "#components/thread/thread-provider.tsx";
import { identifier } from "#lib/schemas/text.ts";
import { dayOf, shown } from "#lib/server/page-outcome.ts";
import { claimDiscussion } from "#lib/server/queries/claim-discussion.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { assignableMembers } from "#lib/server/queries/colleagues.ts";
import { newestLine, sinceSeen } from "#lib/server/queries/since-seen.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { pageContext } from "#lib/server/session.ts";
import { keep } from "../../../../../capture-actions.ts";
import * as actions from "../../../../../claim-actions.ts";
import * as evidence from "../../../../../evidence-actions.ts";
import { override } from "../../../../../gate-actions.ts";
import { inviteFromOutside, revokeFromOutside } from "../../../../../outside-actions.ts";
import * as relations from "../../../../../relation-actions.ts";
import * as replies from "../../../../../reply-actions.ts";
import { secondsFor } from "../../../../../seconds-for.ts";
import { begin, more, remove, reopen, reply, resolve, restore } from "../../../../../thread-actions.ts";
import { confirm } from "../../../../../version-actions.ts";

const threadActions = { begin, more, remove, reopen, reply, resolve, restore };

type Props = { params: Promise<{ articleId: string; claimId: string }> };

export default async function ClaimPage({ params }: Props) {
  const { articleId, claimId } = await params;
  const id = identifier.safeParse(claimId);
  const context = await pageContext();
  const claim = id.success ? shown(await claimPage(context, id.data)) : notFound();
  if (claim.articleId !== articleId.toLowerCase()) notFound();
  const { number, ofClaims, previousId, nextId } = claim;
  const me = { id: context.actor.memberId, name: context.actor.name };
  const [since, members, discussion, sources] = await Promise.all([
    sinceSeen(context, claim),
    assignableMembers(context),
    claimDiscussion(context, claim.id),
    sourceSearch(context, { words: "", take: 12, also: claim.drafts.evidence?.sourceId }),
  ]);
  return (
    <PanelFrame {...{ articleId, claimId: claim.id, number, ofClaims, previousId, nextId }}>
      <SinceSeen key={claim.id} claimId={claim.id} upTo={newestLine(claim)} since={since} look={actions.look} />
      <ThreadProvider key={claim.id} claim={claim} discussion={discussion} actions={threadActions} me={me}>
        <ClaimPanel
          claim={claim}
          actions={{
            saveClaim: actions.saveClaim,
            linkEvidence: actions.link,
            editEvidence: actions.changeEvidence,
            removeEvidence: actions.removeEvidence,
            restoreEvidence: actions.restoreEvidence,
            proposeVerdict: actions.propose,
            overrideGate: override,
            assignClaim: actions.assignTo,
            withdrawClaim: actions.withdraw,
            confirmPlaces: confirm,
            restoreClaim: actions.restore,
            outside: { invite: inviteFromOutside, revoke: revokeFromOutside },
            relations: {
              split: relations.split,
              merge: relations.merge,
              relate: relations.relate,
              end: relations.end,
              share: relations.share,
              find: relations.findToRelate,
              suggest: relations.suggestSame,
            },
            replies: { ask: replies.ask, change: replies.change, answer: replies.answer, withdraw: replies.withdraw },
            evidence: {
              order: evidence.order,
              reuse: evidence.reuse,
              settle: evidence.settle,
              more: evidence.more,
              findReusable: evidence.findReusable,
              keep,
            },
            findSources: actions.findSources,
            saveDraft: actions.saveDraft,
          }}
          members={members}
          sources={sources}
          me={me}
          seconds={secondsFor(context.actor)}
          today={dayOf(context.now)}
        />
      </ThreadProvider>
    </PanelFrame>
  );
}
