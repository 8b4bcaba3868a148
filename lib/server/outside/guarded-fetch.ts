import "server-only";
import ipaddr from "ipaddr.js";
import type { Dispatcher } from "undici";
import { Agent, request } from "undici";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import type { Resolve } from "#lib/server/outside/checked-connector.ts";
import { checkedConnector, resolveBySystem } from "#lib/server/outside/checked-connector.ts";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { isAllowedHost, portOf } from "#lib/server/outside/fetch-policy.ts";
import type { FetchProblem } from "#lib/server/outside/fetch-problem.ts";
import { BodyTooLarge, readLimited, UnknownEncoding } from "#lib/server/outside/limited-body.ts";
import { acceptHeader, isWanted, type Wanted } from "#lib/server/outside/media-types.ts";
import { isPublicAddress } from "#lib/server/outside/public-address.ts";

/** A header as it came: its name and its value, each byte a character (ISO 8859-1). */
export type Header = readonly [name: string, value: string];

/** An answer that led on to another address. */
export type Redirect = { readonly address: string; readonly status: number; readonly headers: readonly Header[] };

/**
 * `bytes` are decompressed but not decoded; `headers` are those of the last answer, in their order; `redirects` led on to
 * `finalAddress`, in order.
 */
export type FetchedPage = {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly finalAddress: string;
  readonly status: number;
  readonly headers: readonly Header[];
  readonly redirects: readonly Redirect[];
};

const mostRedirects = 5;
const mostHeaders = 200;
const maxHeaderSize = 32 * 1024;
const sent = {
  "user-agent": "Stet/0.1 (+fact-checking import)",
  "accept-encoding": "gzip, deflate, br",
};

/**
 * Fetches a public web page without letting the asker reach anything else: every address is checked before and after
 * connecting, redirects are followed one by one, and size and time are limited. Sends no cookies and no credentials.
 * `wants` says which media types are read; any other is a `content-type` problem.
 */
export async function guardedFetch(
  address: string,
  policy: FetchPolicy,
  options: { readonly signal?: AbortSignal; readonly resolve?: Resolve; readonly wants?: Wanted } = {},
): Promise<Result<FetchedPage, FetchProblem>> {
  const clock = AbortSignal.timeout(policy.timeoutMs);
  const signal = options.signal === undefined ? clock : AbortSignal.any([clock, options.signal]);
  const agent = new Agent({
    connect: checkedConnector({ policy, resolve: options.resolve ?? resolveBySystem, signal }),
    maxHeaderSize,
    headersTimeout: policy.timeoutMs,
    bodyTimeout: policy.timeoutMs,
  });
  try {
    return await follow(address, policy, { agent, signal, wants: options.wants ?? "documents" });
  } catch (error) {
    if (clock.aborted) return err({ kind: "timeout" });
    if (signal.aborted) return err({ kind: "cancelled" });
    return err({ kind: problemOf(error) });
  } finally {
    await agent.destroy();
  }
}

type Road = { readonly agent: Agent; readonly signal: AbortSignal; readonly wants: Wanted };

async function follow(
  address: string,
  policy: FetchPolicy,
  { agent, signal, wants }: Road,
): Promise<Result<FetchedPage, FetchProblem>> {
  const redirects: Redirect[] = [];
  let target = checkAddress(address, null, policy);
  while (target.ok) {
    const url = target.value;
    const accept = acceptHeader(wants);
    const answer = await request(url, {
      dispatcher: agent,
      signal,
      headers: { ...sent, accept },
      responseHeaders: "raw",
    });
    const headers = headersOf(answer);
    const location = /^30[12378]$/.test(String(answer.statusCode)) ? headerValue(headers, "location") : "";
    if (location === "") return await readAnswer(answer, policy, { url, redirects, signal, wants, headers });
    drop(answer);
    if (headers.length > mostHeaders) return err({ kind: "bad-answer" });
    redirects.push({ address: url.href, status: answer.statusCode, headers });
    if (redirects.length > mostRedirects) return err({ kind: "too-many-redirects" });
    target = checkAddress(location, url, policy);
  }
  return target;
}

/** What can be told from the address alone; `URL` has already turned odd spellings of IP addresses into plain ones. */
function checkAddress(address: string, base: URL | null, policy: FetchPolicy): Result<URL, FetchProblem> {
  const url = address.length > 4096 ? null : URL.parse(address.trim(), base ?? undefined);
  if (url === null || url.hostname === "") return err({ kind: url !== null ? "scheme" : "bad-address" });
  if (url.protocol !== "https:" && url.protocol !== "http:") return err({ kind: "scheme" });
  if (url.username !== "" || url.password !== "") return err({ kind: "credentials" });
  url.hash = "";
  if (isAllowedHost(url, policy)) return ok(url);
  if (portOf(url) !== (url.protocol === "https:" ? 443 : 80)) return err({ kind: "port" });
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(host) && !isPublicAddress(host) ? err({ kind: "not-public" }) : ok(url);
}

async function readAnswer(
  answer: Dispatcher.ResponseData,
  policy: FetchPolicy,
  at: {
    readonly url: URL;
    readonly redirects: readonly Redirect[];
    readonly signal: AbortSignal;
    readonly wants: Wanted;
    readonly headers: readonly Header[];
  },
): Promise<Result<FetchedPage, FetchProblem>> {
  const { headers, redirects, wants } = at;
  const contentType = headerValue(headers, "content-type");
  const problem = headProblem(answer, { contentType, headers, wants, policy });
  if (problem !== null) {
    drop(answer);
    return err(problem);
  }
  const encoding = headerValue(headers, "content-encoding");
  const bytes = await readLimited(answer.body, { encoding, maxBytes: policy.maxBytes, signal: at.signal });
  const { statusCode: status } = answer;
  return ok({ bytes, contentType, finalAddress: at.url.href, status, headers, redirects });
}

type Head = {
  readonly contentType: string;
  readonly headers: readonly Header[];
  readonly wants: Wanted;
  readonly policy: FetchPolicy;
};

function headProblem(answer: Dispatcher.ResponseData, head: Head): FetchProblem | null {
  const { contentType, headers, wants, policy } = head;
  const { statusCode: status } = answer;
  if (status < 200 || status > 299) {
    const retryAfter = headerValue(headers, "retry-after");
    return { kind: "status", status, ...(retryAfter === "" ? {} : { retryAfter }) };
  }
  if (headers.length > mostHeaders) return { kind: "bad-answer" };
  if (!isWanted(contentType, wants)) return { kind: "content-type" };
  return Number(headerValue(headers, "content-length")) > policy.maxBytes ? { kind: "too-large" } : null;
}

/** Names and values in turns, which is what raw headers are, whatever their type says. */
function headersOf(answer: Dispatcher.ResponseData): Header[] {
  const raw: unknown = answer.headers;
  const words = Array.isArray(raw) ? raw.map(String) : [];
  return Array.from({ length: words.length / 2 }, (_, at) => [words[at * 2] ?? "", words[at * 2 + 1] ?? ""]);
}

/** The first value of a header, its name in lower case; "" when it did not come. */
function headerValue(headers: readonly Header[], name: string): string {
  return headers.find(([known]) => known.toLowerCase() === name)?.[1] ?? "";
}

/** Leaves an answer unread; that its connection breaks off then is what is wanted. */
function drop(answer: Dispatcher.ResponseData): void {
  answer.body.on("error", () => undefined).destroy();
}

/** Whatever else goes wrong on the way is the other side's doing: no answer, or one that cannot be read. */
function problemOf(error: unknown): "too-large" | "bad-answer" | "unreachable" {
  if (error instanceof BodyTooLarge) return "too-large";
  if (error instanceof TypeError && !("code" in error)) throw error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return error instanceof UnknownEncoding || /^(?:HPE_|Z_|ERR_|UND_ERR_(?:HEADERS_OVERFLOW|RES))/.test(code)
    ? "bad-answer"
    : "unreachable";
}
