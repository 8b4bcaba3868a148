"use server";

import type { FormState } from "#lib/domain/form-state.ts";
import { importAnnotations as schema } from "#lib/schemas/annotations.ts";
import { placeSheet as sheetSchema } from "#lib/schemas/sheet.ts";
import { runAction } from "#lib/server/action.ts";
import { importAnnotations } from "#lib/server/use-cases/import-annotations.ts";
import { placeSheet } from "#lib/server/use-cases/place-sheet.ts";

export async function bringIn(_: FormState, form: FormData): Promise<FormState> {
  const saved = ({ claims }: { claims: number }) => (claims === 1 ? "1 claim came in." : `${claims} claims came in.`);
  return await runAction({ schema, form, work: importAnnotations, saved });
}

export async function lookForRows(_: FormState, form: FormData): Promise<FormState> {
  return await runAction({ schema: sheetSchema, form, work: placeSheet, saved: "The rows are looked for." });
}
