import "server-only";
import { randomBytes } from "node:crypto";
import { EventEmitter } from "node:events";
import { createServer, IncomingMessage, type Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { listen } from "#lib/server/listen.ts";
import { foreignOriginSentence } from "#lib/server/request-gate.ts";
import { contentSecurityPolicy, fixedHeaders, openerPolicy, resourcePolicy } from "#lib/server/security-headers.ts";
import { admittedHost, boundName, namesOf, peerOf, rewriteHeaders } from "#lib/server/visitor.ts";

const policyHeader = "content-security-policy";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type FrontDoor = {
  /** The address people use, without a trailing slash: `STET_URL`, or this machine's with the port that was free. */
  readonly url: string;
  readonly port: number;
  /** Emits the `upgrade` requests that were let in, for the hot reload of development. */
  readonly upgrades: EventEmitter;
  /** Requests that came before wait for this. */
  serve(handler: Handler): void;
  /** Takes no more requests, and ends those still open after two seconds. */
  close(): Promise<void>;
};

/**
 * Listens for the desk's requests, and lets in those that name this server. Every one gets a content security policy
 * with a fresh nonce and `x-stet-peer`, the address at the other end, which a client cannot set.
 */
export async function openFrontDoor(options: {
  mode: "production" | "development";
  /** Both loopback addresses when undefined. */
  host: string | undefined;
  port: number;
  publicUrl: URL | undefined;
  log: (line: string) => void;
}): Promise<FrontDoor> {
  const { mode, host, log } = options;
  let serve: (handler: Handler) => void = () => {};
  const handler = new Promise<Handler>((resolve) => {
    serve = resolve;
  });
  const upgrades = new EventEmitter();

  const answer = async (request: IncomingMessage, response: DeskResponse) => {
    const handle = await handler;
    const policy = contentSecurityPolicy({ nonce: randomBytes(18).toString("base64url"), mode });
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("cross-origin-opener-policy", openerPolicy(request.url ?? "/"));
    response.setHeader("cross-origin-resource-policy", resourcePolicy(request.url ?? "/"));
    response.policy = policy;
    const name = admittedHost(request.headers, names);
    if (name === undefined) return refuse(response, 421, wrongName(publicUrl.origin));
    if (!request.url?.startsWith("/")) return refuse(response, 400, "The request does not name a path.");
    if (!methods.has(request.method ?? "")) return refuse(response, 405, "No page here answers this kind of request.");
    // Cookies belong to one name: a browser that came by another name of this machine is shown to the one in the links.
    const navigates = request.method === "GET" && request.headers["sec-fetch-mode"] === "navigate";
    if (names.local && navigates && name !== names.canonical) {
      response.writeHead(307, { location: `${publicUrl.origin}${request.url}` }).end();
      return;
    }
    const refusal = refusalOf(request, `${publicUrl.protocol}//${name}`);
    if (refusal !== null)
      return isApi(request.url)
        ? refuseAsProblem(response, refusal)
        : refuse(response, refusal.status, refusal.sentence);
    const peer = peerOf(request.headers, request.socket.remoteAddress, names);
    rewriteHeaders(request.headers, { host: name, peer, policy, names });
    await handle(request, response);
  };

  const create = (): DeskServer => {
    const server = createServer({
      IncomingMessage,
      ServerResponse: DeskResponse,
      headersTimeout: 10_000,
      requestTimeout: 120_000,
      keepAliveTimeout: 65_000,
    });
    server.on("request", (request, response) => {
      answer(request, response).catch((error) => {
        log(`A request failed: ${error instanceof Error ? error.stack : error}`);
        if (response.headersSent) response.destroy();
        else refuse(response, 500, "Something went wrong.");
      });
    });
    return server;
  };

  const { servers, port } = await listen({ create, host, port: options.port, log });
  const publicUrl = options.publicUrl ?? new URL(`http://${boundName(host) ?? "localhost"}:${port}`);
  const names = namesOf({ publicUrl, local: options.publicUrl === undefined, host, port });
  const headers = fixedHeaders(publicUrl);
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on("error", () => socket.destroy());
    const name = admittedHost(request.headers, names);
    if (mode === "production" || name === undefined || !isOwnOrigin(request, name)) socket.destroy();
    else upgrades.emit("upgrade", request, socket, head);
  };
  for (const server of servers) server.on("upgrade", upgrade);
  return { url: publicUrl.origin, port, upgrades, serve, close: () => closeAll(servers) };
}

type DeskServer = Server<typeof IncomingMessage, typeof DeskResponse>;

/** A response that leaves with the policy of its page, unless a route gave the document it made a policy of its own. */
class DeskResponse extends ServerResponse {
  policy = "default-src 'none'";

  override writeHead(...args: [number, ...unknown[]]): this {
    if (!this.hasHeader(policyHeader)) this.setHeader(policyHeader, this.policy);
    Reflect.apply(super.writeHead, this, args);
    return this;
  }
}

/** Others have no form in the Fetch standard, which our routes are written to. */
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const maxForm = 4 * 1024 * 1024;

type Refusal = { readonly status: number; readonly sentence: string };

/**
 * Why a request is turned away before anything reads it: a path that no address can have, a body larger than any form
 * of ours sends, or a change asked for by a page that is not ours (Origin, Fetch Metadata). Actions and routes ask the
 * last again.
 */
function refusalOf({ method = "GET", headers, url = "/" }: IncomingMessage, ownOrigin: string): Refusal | null {
  if (!isReadable(url)) return { status: 400, sentence: "This address is broken." };
  if (["GET", "HEAD", "OPTIONS"].includes(method)) return null;
  // The API says for itself how much it takes.
  if (!isApi(url) && Number(headers["content-length"] ?? "0") > maxForm) {
    return { status: 413, sentence: "This is larger than the desk takes in one form. Send less at once." };
  }
  const site = headers["sec-fetch-site"];
  const foreign = headers.origin !== ownOrigin || (site !== undefined && site !== "same-origin");
  return foreign ? { status: 403, sentence: foreignOriginSentence } : null;
}

function isApi(url: string): boolean {
  return url.startsWith("/api/");
}

/** A refusal of the API is problem details (RFC 9457), as in its routes. */
function refuseAsProblem(response: ServerResponse, { status, sentence }: Refusal): void {
  response.writeHead(status, { "content-type": "application/problem+json", "cache-control": "no-store" });
  response.end(JSON.stringify({ title: sentence, status }));
}

function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.replace(/[?#].*$/s, ""));
    return true;
  } catch {
    return false;
  }
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" });
  response.end(`${sentence}\n`);
}

function wrongName(origin: string): string {
  return `This desk does not answer to that name. Open ${origin}, or set STET_URL to the address that people use.`;
}

function isOwnOrigin(request: IncomingMessage, name: string): boolean {
  return URL.parse(request.headers.origin ?? "")?.host === name;
}

async function closeAll(servers: readonly DeskServer[]): Promise<void> {
  const force = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, 2_000);
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      return closed;
    }),
  );
  clearTimeout(force);
}
