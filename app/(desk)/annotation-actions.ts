"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import { importAnnotations as schema } from "#lib/schemas/annotations.ts";
import { runAction } from "#lib/server/action.ts";
import { importAnnotations } from "#lib/server/use-cases/import-annotations.ts";

export async function bringIn(_: FormState, form: FormData): Promise<FormState> {
  const saved = ({ claims }: { claims: number }) => (claims === 1 ? "1 claim came in." : `${claims} claims came in.`);
  return await runAction({ schema, form, work: importAnnotations, saved });
}
