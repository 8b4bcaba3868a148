"use server";

import type { z } from "zod";
import type { ImportAnswer } from "#components/import/import-actions.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import type { FormState } from "#lib/domain/form-state.ts";
import * as article from "#lib/schemas/article.ts";
import * as staged from "#lib/schemas/import.ts";
import { actionContext, runAction } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { refresh } from "#lib/server/refresh.ts";
import { changeStaged } from "#lib/server/use-cases/change-staged.ts";
import { editArticle } from "#lib/server/use-cases/edit-article.ts";
import { importArticle } from "#lib/server/use-cases/import-article.ts";
import { readAgain, stageAsVersion } from "#lib/server/use-cases/read-again.ts";

export async function freeze(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: article.importArticle, form, work: importArticle, saved: "Version 1 is frozen." });
}

export async function correct(_: FormState, form: FormData): Promise<FormState> {
  return runAction({ schema: article.editArticle, form, work: editArticle, saved: "The details are saved." });
}

export async function changePieces(request: unknown): Promise<ImportAnswer> {
  return await change({ request, schema: staged.changeStaged, work: changeStaged });
}

export async function readKeptAgain(request: unknown): Promise<ImportAnswer> {
  return await change({ request, schema: staged.readAgain, work: readAgain });
}

export async function stageAsNextVersion(request: unknown): Promise<ImportAnswer> {
  return await change({ request, schema: staged.stageAsVersion, work: stageAsVersion });
}

type Change<Input> = {
  readonly request: unknown;
  readonly schema: z.ZodType<Input>;
  readonly work: (context: Context, input: Input) => Promise<Outcome<unknown>>;
};

async function change<Input>({ request, schema, work }: Change<Input>): Promise<ImportAnswer> {
  const context = await actionContext();
  if (context === null) return { ok: false, sentence: "You were signed out. Sign in again, then do this once more." };
  const input = schema.safeParse(request);
  if (!input.success) return { ok: false, sentence: "This cannot be done. Reload the page and try again." };
  const outcome = await work(context, input.data);
  if (!outcome.ok) return { ok: false, sentence: failureSentence(outcome.error) };
  refresh();
  return { ok: true };
}
