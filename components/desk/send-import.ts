import { addressesIn } from "#components/import/many-item.ts";
import type { FormState, Typed } from "#lib/domain/form-state.ts";

/** What the file field of an import takes. */
export const documentTypes =
  ".html,.htm,.xhtml,.mht,.mhtml,.pdf,.docx,.odt,.md,.markdown,.txt,.epub,.vtt,.srt,.gz,text/html,text/markdown,text/plain";

/** The same in words. */
export const documentTypeWords =
  "HTML, saved pages (MHTML), PDF, DOCX, ODT, Markdown, plain text, EPUB, subtitles (VTT, SRT), and gzip of these.";

/**
 * Posts an import (`multipart/form-data`) to the route that reads it as a stream, for a file may be larger than a
 * server action takes. A document that cannot be read comes back as a sentence at the field it came from.
 */
export async function sendImport(_: FormState, form: FormData): Promise<FormState> {
  return await sendForm(form, { path: "/api/v1/imports", body: onlyWay(form), saved: "The text is read." });
}

type Sending = {
  readonly path: string;
  readonly body: FormData;
  readonly saved: string;
  /** Ends the sending, which then throws. */
  readonly signal?: AbortSignal;
};

/** Posts a form with a file to a route of the API, and says what came of it as forms show it. */
export async function sendForm(form: FormData, { path, body, saved, signal }: Sending): Promise<FormState> {
  const typed = typedIn(form);
  const file = body.get("file");
  if (file instanceof File && file.name === "") {
    return { kind: "invalid", fields: { file: "Choose a file first." }, typed };
  }
  const response = await fetch(path, { method: "POST", body, ...(signal === undefined ? {} : { signal }) });
  const answer: unknown = await response.json().catch(() => null);
  const id = textIn(answer, "id");
  if (response.ok && id !== null) return { kind: "saved", id, sentence: saved, at: new Date().toISOString() };
  const fields = fieldsIn(answer);
  if (fields !== null) return { kind: "invalid", fields, typed };
  return { kind: "refused", sentence: textIn(answer, "title") ?? "This was not read. Try again.", typed };
}

function typedIn(form: FormData): Typed {
  return Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

const wayFields = { paste: ["text", "html"], file: ["file"], address: ["address"] } as const;

/** Sends only what the chosen way needs: a file picked and then not used stays here. */
function onlyWay(form: FormData): FormData {
  const way = form.get("way");
  const sent = new FormData();
  const names = way === "file" || way === "address" ? wayFields[way] : wayFields.paste;
  for (const name of ["way", "id", "articleId", ...names]) {
    const value = form.get(name);
    if (value !== null) sent.set(name, name === "address" && typeof value === "string" ? withScheme(value) : value);
  }
  return sent;
}

/** An address as people write it, without its scheme, is one of the web; anything else stays as it is. */
function withScheme(address: string): string {
  return addressesIn(address).good[0] ?? address;
}

/** A text among the properties of an answer; null when there is none of that name. */
export function textIn(value: unknown, name: string): string | null {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null;
  const found: unknown = Object.entries(value).find(([key]) => key === name)?.[1];
  return typeof found === "string" ? found : null;
}

function fieldsIn(value: unknown): Typed | null {
  if (typeof value !== "object" || value === null || !("fields" in value)) return null;
  const { fields } = value;
  if (typeof fields !== "object" || fields === null) return null;
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
