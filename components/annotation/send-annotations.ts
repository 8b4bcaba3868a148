import { sendForm } from "#components/desk/send-import.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** What the file field takes. */
export const annotationTypes = ".json,.jsonld,application/json,application/ld+json";

/** Posts a file of annotations to the route that reads it; one that cannot be read comes back as a sentence at its field. */
export async function sendAnnotations(_: FormState, form: FormData): Promise<FormState> {
  return await sendForm(form, { path: "/api/v1/annotations", body: form, saved: "The file is read." });
}
