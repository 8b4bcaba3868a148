import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { AwsV4Signer } from "aws4fetch";
import { Agent, request } from "undici";
import { BlobStoreProblem } from "#lib/server/outside/blob-problem.ts";
import { objectAddress, type S3Settings } from "#lib/server/outside/s3-settings.ts";
import { errorCode } from "#lib/server/pid-lock.js";

/** Milliseconds: how long a store may be silent, and how long everything about one object may take, tries included. */
export type S3Limits = {
  readonly tries: number;
  readonly pauseMs: number;
  readonly silenceMs: number;
  readonly wholeMs: number;
};

/** `code` is S3's own word for what is wrong, "" where it gave none. */
export type S3Answer = {
  readonly status: number;
  readonly header: (name: string) => string;
  readonly bytes: Uint8Array;
  readonly code: string;
};

export type S3Question = {
  readonly method: "GET" | "HEAD" | "PUT";
  readonly sha256: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
};

// No copy is as large; what is larger is not ours.
const agent = new Agent({ connect: { timeout: 5_000 }, maxResponseSize: 1024 ** 3 });

const emptyDigest = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
const passing = new Set([408, 429, 500, 502, 503, 504]);

/**
 * Asks an S3 store about one object, signed (AWS signature version 4), and again after a pause when it was busy or the
 * connection was lost. A redirect is an answer like any other and never followed. Throws a BlobStoreProblem when there
 * is no answer; its message has neither keys nor what the store wrote.
 */
export async function askS3(settings: S3Settings, limits: S3Limits, question: S3Question): Promise<S3Answer> {
  const clock = AbortSignal.timeout(limits.wholeMs);
  for (let tried = 1; ; tried += 1) {
    const answer = await tryOnce(settings, question, { signal: clock, silenceMs: limits.silenceMs });
    const isLast = tried >= limits.tries || clock.aborted;
    if (typeof answer !== "string" && (isLast || !passing.has(answer.status) || isFull(answer))) return answer;
    if (isLast) {
      const host = new URL(settings.endpoint).host;
      throw new BlobStoreProblem(
        "unreachable",
        `The store at ${host} does not answer (${clock.aborted ? "time" : answer}).`,
      );
    }
    const pause = limits.pauseMs * 2 ** (tried - 1) * (0.5 + Math.random() / 2);
    // The clock ends the pause too; the next try then fails at once.
    await sleep(pause, undefined, { signal: clock }).catch(() => undefined);
  }
}

/** One try: the answer, or the code of what kept it from coming. */
async function tryOnce(
  settings: S3Settings,
  question: S3Question,
  { signal, silenceMs }: { readonly signal: AbortSignal; readonly silenceMs: number },
): Promise<S3Answer | string> {
  const { method, sha256, body } = question;
  const url = objectAddress(settings, sha256);
  const headers = {
    ...question.headers,
    "x-amz-content-sha256": body === undefined ? emptyDigest : sha256,
  };
  const { accessKeyId, secretAccessKey, region } = settings;
  const key = { accessKeyId, secretAccessKey, region, service: "s3" };
  const signed = await new AwsV4Signer({ method, url: url.href, headers, ...key }).sign();
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method,
      headers: Object.fromEntries(signed.headers),
      body: body ?? null,
      signal,
      headersTimeout: silenceMs,
      bodyTimeout: silenceMs,
    });
    const bytes = new Uint8Array(await answer.body.arrayBuffer());
    const header = (name: string) => String(answer.headers[name] ?? "");
    const { statusCode: status } = answer;
    return { status, header, bytes, code: status < 300 ? "" : codeIn(bytes) };
  } catch (error) {
    const code = String(errorCode(error) ?? "");
    if (code === "" || /^UND_ERR_(?:INVALID|NOT_SUPPORTED)/.test(code)) throw error;
    return code;
  }
}

function codeIn(bytes: Uint8Array): string {
  return /<Code>\s*(\w{1,80})\s*<\/Code>/.exec(Buffer.from(bytes.subarray(0, 4096)).toString("latin1"))?.[1] ?? "";
}

function isFull({ status, code }: S3Answer): boolean {
  return status === 507 || status === 413 || /EntityTooLarge|Quota|StorageFull|InsufficientStorage|DiskFull/.test(code);
}

/** What an answer means that is none of those a store should give. */
export function s3Problem(settings: S3Settings, answer: S3Answer): BlobStoreProblem {
  const { host } = new URL(settings.endpoint);
  const said = answer.code === "" ? `${answer.status}` : `${answer.status} ${answer.code}`;
  if (isFull(answer)) return new BlobStoreProblem("full", `The store at ${host} takes no more (${said}).`);
  const isRedirect = answer.status >= 300 && answer.status < 400;
  const hint = isRedirect ? " It leads elsewhere, which is not followed: look at the endpoint and the region." : "";
  return new BlobStoreProblem("unreachable", `The store at ${host} refuses (${said}).${hint}`);
}
