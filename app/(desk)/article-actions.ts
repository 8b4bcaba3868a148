"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import * as article from "#lib/schemas/article.ts";
import { runAction } from "#lib/server/action.ts";
import { editArticle } from "#lib/server/use-cases/edit-article.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";

export async function freeze(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: article.importArticle, form, work: importArticle, saved: "Version 1 is frozen." });
}

export async function correct(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: article.editArticle, form, work: editArticle, saved: "The details are saved." });
}
