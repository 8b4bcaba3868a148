import type { EvidenceActions } from "#components/evidence/evidence-actions.ts";
import type { OutsideActions } from "#components/outside/outside-actions.ts";
import type { RelationActions } from "#components/relation/relation-actions.ts";
import type { ReplyActions } from "#components/reply/reply-actions.ts";
import type { SourceView } from "#lib/domain/evidence-views.ts";
import type { FormAction, Typed } from "#lib/domain/form-state.ts";

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

/** Keeps what is being typed; null when it was not kept. */
export type KeepDraft = (key: string, fields: Record<string, string>) => Promise<{ readonly at: string } | null>;

type DraftForm = "claim" | "evidence" | "verdict" | "review" | "second";

/** The key under which a claim's form keeps its draft. */
export function draftKeyOf(form: DraftForm, claimId: string): string {
  return `${form}:${claimId}`;
}

/** The same for forms, which take a rejection as "not kept". */
export function rejecting(keep: KeepDraft): (key: string, fields: Typed) => Promise<{ readonly at: string }> {
  return async (key, fields) => {
    const kept = await keep(key, { ...fields });
    if (kept === null) throw new Error("The draft was not kept.");
    return kept;
  };
}
