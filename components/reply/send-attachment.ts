import { sendForm } from "#components/desk/send-import.ts";
import type { FormState } from "#lib/domain/form-state.ts";

/** Posts a file to the route that keeps it with a request; what is wrong with it comes back as a sentence. */
export async function sendAttachment(_: FormState, form: FormData): Promise<FormState> {
  const file = form.get("file");
  if (file instanceof File && file.name === "")
    return { kind: "invalid", fields: { file: "Choose a file first." }, typed: {} };
  return await sendForm(form, { path: "/api/v1/reply-attachments", body: form, saved: "The file is kept." });
}
