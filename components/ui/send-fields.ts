import type { FormAction, Typed } from "#lib/domain/form-state.ts";
import { idle } from "#lib/domain/form-state.ts";

const otherwise = "Somebody changed this first. Look at it again.";

/** Sends fields as a form would; null when it was done, else why not. */
export async function sendFields(action: FormAction, fields: Typed): Promise<string | null> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    const state = await action(idle, form);
    if (state.kind === "saved" || state.kind === "idle") return null;
    if (state.kind === "refused") return state.sentence;
    return state.kind === "invalid" ? (Object.values(state.fields)[0] ?? otherwise) : otherwise;
  } catch {
    // Whatever went wrong on the way, nothing is known to have happened: the page still shows what stands.
    return "This was not done. Try again.";
  }
}
