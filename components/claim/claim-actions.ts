import type { EvidenceActions } from "#components/evidence/evidence-actions.ts";
import type { OutsideActions } from "#components/outside/outside-actions.ts";
import type { RelationActions } from "#components/relation/relation-actions.ts";
import type { ReplyActions } from "#components/reply/reply-actions.ts";
import type { KeepDraft } from "#components/ui/form-context.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

/** Everything a claim's panel can ask the server to do. */
export type ClaimActions = {
  readonly saveClaim: FormAction;
  readonly linkEvidence: FormAction;
  readonly editEvidence: FormAction;
  readonly removeEvidence: FormAction;
  readonly restoreEvidence: FormAction;
  readonly proposeVerdict: FormAction;
  /** Fields `claimId`, `gate`, `stage`, `revisionId` (empty at the stage `propose`) and `reason`. */
  readonly overrideGate: FormAction;
  readonly assignClaim: FormAction;
  readonly withdrawClaim: FormAction;
  /** Fields `articleId`, `versionId` and `claimIds`, parted by spaces. */
  readonly confirmPlaces: FormAction;
  readonly restoreClaim: FormAction;
  readonly replies: ReplyActions;
  readonly relations: RelationActions;
  readonly outside: OutsideActions;
  readonly evidence: EvidenceActions;
  /** Sources of the desk whose title, publication, author or address matches. */
  readonly findSources: (query: string) => Promise<readonly SourceView[]>;
  readonly saveDraft: KeepDraft;
};

type DraftForm = "claim" | "evidence" | "verdict" | "review" | "second";

/** The key under which a claim's form keeps its draft. */
export function draftKeyOf(form: DraftForm, claimId: string): string {
  return `${form}:${claimId}`;
}
