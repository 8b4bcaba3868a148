import type { FormAction } from "#lib/domain/form-state.ts";
import type { CitationLanguage, CitationStyle, FoundSource, Reference } from "#lib/domain/source-views.ts";

/** Everything that the pages of sources can ask the server to do. */
export type SourceActions = {
  readonly createSource: FormAction;
  readonly editSource: FormAction;
  readonly mergeSource: FormAction;
  readonly partSource: FormAction;
  /** Keeps a copy of what stands at an address. Fields `id`, `sourceId`, `address`, `evidenceId`. */
  readonly keepCopy: FormAction;
  readonly findSources: (words: string) => Promise<readonly FoundSource[]>;
  /** Null when nobody is signed in or the source is not there. */
  readonly findReference: (id: string, style: CitationStyle, language: CitationLanguage) => Promise<Reference | null>;
};
