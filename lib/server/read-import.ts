import "server-only";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { readAtMost } from "#lib/server/route.ts";

type Refusal = { readonly status: number; readonly sentence: string };

/** Room for a file of the largest size in a form, with its other fields. */
const maxBody = importLimits.containerBytes + 64 * 1024;

/** The fields of an import form (`multipart/form-data`), the file as its bytes. Refuses a body that is too large as it arrives. */
export async function readImport(request: Request): Promise<Result<Readonly<Record<string, unknown>>, Refusal>> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data"))
    return err({ status: 415, sentence: "Send a form, as multipart/form-data." });
  const body = await readAtMost(request, maxBody);
  if (body === null) {
    return err({ status: 413, sentence: "This is larger than 50 MB. Import the text alone, or in several parts." });
  }
  const form = await formOf(body, type);
  if (form === null)
    return err({ status: 400, sentence: "This form is broken. Open the import page and send it again." });
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value.toWellFormed();
    else
      Object.assign(fields, { bytes: await value.bytes(), fileName: cleanName(value.name), contentType: value.type });
  }
  return ok(fields);
}

/** A file's name as text that can be kept: no control characters, whole characters, at most 200 of them. */
function cleanName(name: string): string {
  return [...name.toWellFormed().replace(/\p{Cc}/gu, "")].slice(0, 200).join("");
}

async function formOf(body: Uint8Array, type: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}
