import { sendForm, textIn } from "#components/desk/send-import.ts";
import { foundIn } from "#components/import/many-answers.ts";
import type { Found, ManyItem, Progress } from "#components/import/many-item.ts";
import { fileLost } from "#components/import/many-item.ts";

const lost = "The desk did not answer. Check the connection, then try this one again.";

/** Stages one import and asks what was found. An abort throws. */
export async function stageOne(
  { id, way, name }: ManyItem,
  { file, signal }: { readonly file: File | undefined; readonly signal: AbortSignal },
): Promise<Progress> {
  const body = new FormData();
  body.set("way", way);
  body.set("id", id);
  if (way === "address") body.set("address", name);
  else if (file === undefined) return { kind: "failed", sentence: fileLost };
  else body.set("file", file);
  try {
    const sent = await sendForm(body, { path: "/api/v1/imports", body, saved: "", signal });
    if (sent.kind === "saved") return await lookAt(id, signal);
    const sentence = sent.kind === "invalid" ? Object.values(sent.fields)[0] : sentenceOf(sent);
    return { kind: "failed", sentence: sentence ?? lost };
  } catch (error) {
    if (signal.aborted) throw error;
    return { kind: "failed", sentence: lost };
  }
}

/** Asks for what a staged import found. */
async function lookAt(id: string, signal: AbortSignal): Promise<Progress> {
  const response = await fetch(`/api/v1/imports/${id}`, { signal });
  const answer: unknown = await response.json().catch(() => null);
  const found = response.ok ? foundIn(answer) : null;
  return found === null
    ? { kind: "failed", sentence: textIn(answer, "title") ?? lost }
    : { kind: "read", found, problem: "" };
}

/** Freezes a staged import as version 1 of an article with the details that were found. */
export async function freezeOne(id: string, found: Found): Promise<Progress> {
  try {
    const response = await fetch("/api/v1/articles", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ id, ...found.details }),
    });
    if (response.ok) return { kind: "frozen", found };
    const answer: unknown = await response.json().catch(() => null);
    return { kind: "read", found, problem: textIn(answer, "title") ?? lost };
  } catch {
    return { kind: "read", found, problem: lost };
  }
}

function sentenceOf(state: object): string | undefined {
  return textIn(state, "sentence") ?? undefined;
}
