"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import type { CitationLanguage, CitationStyle, FoundSource, Reference } from "#lib/domain/source-views.ts";
import * as source from "#lib/schemas/source.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import { sourceReference } from "#lib/server/queries/source-reference.ts";
import { sourceSearch } from "#lib/server/queries/source-search.ts";
import { createSource as create } from "#lib/server/use-cases/create-source.ts";
import { editSource as edit } from "#lib/server/use-cases/edit-source.ts";
import { mergeSources } from "#lib/server/use-cases/merge-sources.ts";
import { partSource as part } from "#lib/server/use-cases/part-source.ts";

export async function createSource(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: source.createSource, form, work: create, saved: "The source is in the library." });
}

export async function editSource(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: source.editSource, form, work: edit, saved: "The source is saved." });
}

export async function mergeSource(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: source.mergeSources, form, work: mergeSources, saved: "The sources are one now." });
}

export async function partSource(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: source.partSource, form, work: part, saved: "It stands for itself again." });
}

export async function findSources(words: string): Promise<readonly FoundSource[]> {
  const context = await actionContext();
  return context === null ? [] : await sourceSearch(context, { words: String(words), take: 12 });
}

export async function findReference(
  id: string,
  style: CitationStyle,
  language: CitationLanguage,
): Promise<Reference | null> {
  const context = await actionContext();
  const input = source.askReference.safeParse({ id, style, language });
  if (context === null || !input.success) return null;
  const found = await sourceReference(context, input.data);
  return found.ok ? found.value : null;
}
