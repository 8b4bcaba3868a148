import type { FormAction } from "#lib/domain/form-state.ts";

/** What a claim's pages can ask the server about second verdicts; null where the reader may not. */
export type SecondActions = {
  readonly ask: FormAction | null;
  readonly cancel: FormAction | null;
  readonly give: FormAction;
  readonly adjudicate: FormAction | null;
};
