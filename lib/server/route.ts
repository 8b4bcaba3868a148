import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Failure, Outcome } from "#lib/domain/failure.ts";
import { failureSentence } from "#lib/domain/failure.ts";
import { type ReportFormat, reportFiles } from "#lib/formats/report/write-report.ts";
import { fieldErrors } from "#lib/server/action.ts";
import type { Context } from "#lib/server/context.ts";
import { log } from "#lib/server/log.ts";
import { foreignOriginSentence, isSameOrigin } from "#lib/server/request-gate.ts";
import { signedIn } from "#lib/server/session.ts";

const statusOf: Readonly<Record<Failure["kind"], number>> = {
  invalid: 422,
  refused: 409,
  conflict: 409,
  forbidden: 403,
  "not-found": 404,
};

const maxJson = 4 * 1024 * 1024;

type Change<Input, Value> = {
  readonly schema: z.ZodType<Input>;
  readonly request: Request;
  /** Names from the path, over what the body says. */
  readonly path?: Readonly<Record<string, string>>;
  readonly work: (context: Context, input: Input) => Promise<Outcome<Value>>;
};

/** The road of an API request that changes something: gate, session, JSON, parse, use-case, status. */
export function runRoute<Input, Value>(change: Change<Input, Value>): Promise<Response> {
  return guarded("api", () => takeRoad(change));
}

/**
 * A bug or a lost database is logged once, here, and answered with a reference instead of its message. A browser that
 * went away in the middle of its request is neither, and nobody reads the answer.
 */
export async function guarded(where: string, respond: () => Promise<Response>): Promise<Response> {
  try {
    return await respond();
  } catch (error) {
    if (isGone(error)) return problem(400, "The request ended before it was complete.");
    const reference = randomUUID();
    log(`${where} ${reference}`, error);
    const sentence = "Something went wrong on our side. What was saved is safe; try again, or report the reference.";
    return problem(500, sentence, { instance: `urn:uuid:${reference}` });
  }
}

/** What Node says of a request whose connection was closed; a lost database has the code with other words. */
function isGone(error: unknown): boolean {
  return error instanceof Error && error.message === "aborted" && "code" in error && error.code === "ECONNRESET";
}

async function takeRoad<Input, Value>({ schema, request, path, work }: Change<Input, Value>): Promise<Response> {
  if (!isSameOrigin(request.headers)) return problem(403, foreignOriginSentence);
  const session = await signedIn();
  if (session === null) return problem(401, "Sign in first.");
  const body = await readJson(request);
  if (body instanceof Response) return body;
  const input = schema.safeParse({ ...body, ...path });
  if (!input.success) return invalidProblem(fieldErrors(input.error));
  return answer(await work(session.context, input.data), request.method === "POST" ? 201 : 200);
}

/** The road of an API request that reads. */
export function runRead<Value>(query: (context: Context) => Promise<Outcome<Value>>): Promise<Response> {
  return guarded("api", async () => {
    const session = await signedIn();
    if (session === null) return problem(401, "Sign in first.");
    return answer(await query(session.context), 200);
  });
}

export function answer<Value>(outcome: Outcome<Value>, status: number): Response {
  return outcome.ok ? json(outcome.value, status) : failed(outcome.error);
}

/** A failure as problem details (RFC 9457), with the sentence a person can read. */
export function failed(failure: Failure): Response {
  if (failure.kind === "invalid") return invalidProblem(failure.fields);
  const extra =
    failure.kind === "conflict"
      ? { current: failure.current }
      : failure.kind === "refused"
        ? { rule: failure.rule }
        : {};
  return problem(statusOf[failure.kind], failureSentence(failure), extra);
}

export function problem(status: number, sentence: string, extra: Readonly<Record<string, unknown>> = {}): Response {
  return json(
    { title: sentence, status, instance: `urn:uuid:${randomUUID()}`, ...extra },
    status,
    "application/problem+json",
  );
}

export function invalidProblem(fields: Readonly<Record<string, string>>): Response {
  return problem(422, Object.values(fields)[0] ?? "Something in this request is not as it should be.", { fields });
}

function json(value: unknown, status: number, type = "application/json"): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { "content-type": type, "cache-control": "no-store" },
  });
}

async function readJson(request: Request): Promise<object | Response> {
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(request.headers.get("content-type") ?? "")) {
    return problem(415, "Send JSON, with the content type application/json.");
  }
  const read = await readAtMost(request, maxJson);
  if (read === null) return problem(413, "This request is larger than 4 MB. Send less at once.");
  const text = decode(read);
  const value = text === null ? undefined : parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return problem(400, "This is not a JSON object in UTF-8.");
  return value;
}

/** The body, or null as soon as it is longer than `max` bytes. */
export async function readAtMost(request: Request, max: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? "0") > max) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > max) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A report as a download. Its name is plain ASCII, with the title's own letters beside it (RFC 6266, RFC 8187). */
export function fileOf(text: string, file: { readonly format: ReportFormat; readonly title: string }): Response {
  const { type, ending } = reportFiles[file.format];
  const words = file.title
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 80)
    .toWellFormed();
  const plain = words.normalize("NFKD").replace(/[^A-Za-z0-9-]+/g, "") || "report";
  const own = encodeURIComponent(`fact-check-${words || "report"}.${ending}`);
  return new Response(text, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="fact-check-${plain}.${ending}"; filename*=UTF-8''${own}`,
      "cache-control": "no-store",
    },
  });
}
