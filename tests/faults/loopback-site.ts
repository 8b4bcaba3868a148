import type { IncomingHttpHeaders, RequestListener } from "node:http";
import { createServer } from "node:http";
import type { Server as TcpServer } from "node:net";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import type { FetchProblem } from "#lib/server/outside/fetch-problem.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";

export const html = { "content-type": "text/html; charset=utf-8" };

/** A listener on the loopback interface, under the name `inside.example`, that counts who reaches it. */
export class LoopbackSite {
  port = 0;
  requests: IncomingHttpHeaders[] = [];
  answer: RequestListener = (_, response) => response.writeHead(200, html).end("<p>Inside.</p>");
  readonly #server = createServer((request, response) => {
    this.requests.push(request.headers);
    this.answer(request, response);
  });

  async open(): Promise<void> {
    this.port = await listen(this.#server);
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  page(path = "/"): string {
    return `http://inside.example:${this.port}${path}`;
  }

  /** May reach the site under its name and port only; other names and spellings of the same place stay closed. */
  policy(changes: Partial<FetchPolicy> = {}): FetchPolicy {
    return { allowedHosts: [`inside.example:${this.port}`], maxBytes: 100_000, timeoutMs: 3_000, ...changes };
  }

  async problemAt(address: string, changes: Partial<FetchPolicy> = {}): Promise<FetchProblem["kind"] | "fetched"> {
    const result = await guardedFetch(address, this.policy(changes), { resolve: toLoopback });
    return result.ok ? "fetched" : result.error.kind;
  }
}

export const toLoopback = async () => ["127.0.0.1"];

export function listen(listener: TcpServer): Promise<number> {
  return new Promise((resolve) => {
    listener.listen(0, "127.0.0.1", () => {
      const address = listener.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}
