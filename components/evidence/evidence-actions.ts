import type { EvidenceRest, ReusableEvidence } from "#lib/domain/evidence-views.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

/** What a claim's evidence can ask the server to do, besides linking, editing and removing. */
export type EvidenceActions = {
  /** Fields `claimId`, `ids` and `was`, ids parted by spaces. */
  readonly order: FormAction;
  /** Fields `id`, `claimId`, `from` and `stance`. */
  readonly reuse: FormAction;
  /** Fields `claimId`, `id`, `otherId` and `answer`. */
  readonly settle: FormAction;
  /** Keeps a copy of a source. Fields `id`, `sourceId`, `address`, `evidenceId`. */
  readonly keep: FormAction;
  /** The pieces after the first `skip`; null when they could not be read. */
  readonly more: (claimId: string, skip: number) => Promise<EvidenceRest | null>;
  readonly findReusable: (claimId: string, words: string) => Promise<readonly ReusableEvidence[]>;
};
