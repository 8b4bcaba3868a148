import { sendForm } from "#components/desk/send-import.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** What the file field takes. */
export const sheetTypes =
  ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Posts a fact-check sheet to the route that reads it; one that cannot be read comes back as a sentence at its field. */
export async function sendSheet(_: FormState, form: FormData): Promise<FormState> {
  return await sendForm(form, { path: "/api/v1/sheets", body: form, saved: "The sheet is read." });
}
