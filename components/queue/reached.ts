import { unstable_rethrow } from "next/navigation";
import type { Answer } from "#lib/domain/form-state.ts";

/** The answer of an action, or that there was none. */
export async function reached<Results>(answer: Promise<Answer<Results>>): Promise<Answer<Results>> {
  try {
    return await answer;
  } catch (error) {
    unstable_rethrow(error);
    return { ok: false, sentence: "Nothing was changed: the desk did not answer. Try again." };
  }
}
