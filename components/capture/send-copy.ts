import { sendForm } from "#components/desk/send-import.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** Posts a file (`multipart/form-data`) to the route that reads it as a stream, for it may be larger than an action takes. */
export async function sendCopy(form: FormData): Promise<FormState> {
  const file = form.get("file");
  if (!(file instanceof File) || file.name === "") {
    const typed = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    return { kind: "invalid", fields: { file: "Choose a file first." }, typed };
  }
  const body = new FormData();
  for (const name of ["id", "sourceId", "evidenceId", "file"]) {
    const value = form.get(name);
    if (value !== null && value !== "") body.set(name, value);
  }
  return await sendForm(form, { path: "/api/v1/captures", body, saved: "The copy is kept." });
}
