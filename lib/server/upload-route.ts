import "server-only";
import type { z } from "zod";
import type { Outcome } from "#lib/domain/failure.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { fieldErrors } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { answer, guarded, invalidProblem, problem, readAtMost } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";

type Upload<Input, Value> = {
  readonly schema: z.ZodType<Input>;
  readonly request: Request;
  readonly work: (context: Context, input: Input) => Promise<Outcome<Value>>;
  /** What to say of a body that is too large, where "50 MB" is not it. */
  readonly tooLarge?: string;
};

/** The road of an API request that brings a file, in a form: gate, session, form, parse, use-case, status. */
export function runUpload<Input, Value>(upload: Upload<Input, Value>): Promise<Response> {
  return guarded("upload", () => takeUpload(upload));
}

async function takeUpload<Input, Value>({ schema, request, work, tooLarge }: Upload<Input, Value>): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, foreignOriginSentence);
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const sent = await readForm(request);
  if (!sent.ok) {
    const { status, sentence } = sent.error;
    return problem(status, status === 413 ? (tooLarge ?? sentence) : sentence);
  }
  const input = schema.safeParse(sent.value);
  if (!input.success) return invalidProblem(fieldErrors(input.error));
  return answer(await work(session.context, input.data), 201);
}

type Refusal = { readonly status: number; readonly sentence: string };

/** Room for a file of the largest size in a form, with its other fields. */
const maxBody = importLimits.containerBytes + 64 * 1024;

/** The fields of a form (`multipart/form-data`), the file as its bytes. Refuses a body that is too large as it arrives. */
async function readForm(request: Request): Promise<Result<Readonly<Record<string, unknown>>, Refusal>> {
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

/** A file's name as text that can be kept: whole characters, at most 200, no controls, none that turn their order. */
function cleanName(name: string): string {
  return [...name.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}]/gu, "")].slice(0, 200).join("");
}

async function formOf(body: Uint8Array, type: string): Promise<FormData | null> {
  try {
    return await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  } catch {
    return null;
  }
}
