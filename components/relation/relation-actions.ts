import type { FormAction } from "#lib/domain/form-state.ts";
import type { RelatedChoice } from "#lib/domain/relation.ts";

/** What a claim's panel can ask the server to do about other claims. */
export type RelationActions = {
  readonly split: FormAction;
  readonly merge: FormAction;
  readonly relate: FormAction;
  readonly end: FormAction;
  readonly share: FormAction;
  /** By a number in the article or by words; null when it could not be looked up. */
  readonly find: (
    claimId: string,
    words: string,
    where: "article" | "desk",
  ) => Promise<readonly RelatedChoice[] | null>;
  readonly suggest: (claimId: string) => Promise<readonly RelatedChoice[] | null>;
};
