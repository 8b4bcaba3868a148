import { sendForm } from "#components/desk/send-import.ts";
import type { FormState, Typed } from "#lib/domain/form-state.ts";

/** Posts an edited text with the number of the version that the editing began from. No text is said at the field. */
export async function sendEdit(_: FormState, form: FormData): Promise<FormState> {
  const typed = typedOf(form);
  if ((typed.text ?? "").trim() === "") {
    return { kind: "invalid", fields: { text: "Write or paste some text first." }, typed };
  }
  const body = new FormData();
  for (const name of ["way", "id", "articleId", "text", "began"]) {
    const value = typed[name];
    if (value !== undefined) body.set(name, value);
  }
  return await sendForm(body, { path: "/api/v1/imports", body, saved: "The text is read." });
}

function typedOf(form: FormData): Typed {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}
