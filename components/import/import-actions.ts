import type { TrackedChanges } from "#lib/domain/import-views.ts";

export type ImportAnswer = { readonly ok: true } | { readonly ok: false; readonly sentence: string };

/** What can be done to an import before it is frozen. */
export type ImportActions = {
  readonly changePieces: (request: {
    readonly id: string;
    readonly pieces: readonly number[];
    readonly to: "taken" | "left-out";
  }) => Promise<ImportAnswer>;
  readonly readAgain: (request: { readonly id: string; readonly changes: TrackedChanges }) => Promise<ImportAnswer>;
  readonly stageAsVersion: (request: { readonly id: string; readonly articleId: string }) => Promise<ImportAnswer>;
};
