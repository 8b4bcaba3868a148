import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { Context } from "#lib/server/context.ts";

/** A web server of one's own on this machine, which a context of `allow` may fetch from. */
export class CaptureSite {
  requests: string[] = [];
  answer: RequestListener = (_, response) => response.writeHead(200, html).end(page);
  #port = 0;
  readonly #server = createServer((request, response) => {
    this.requests.push(pathOf(request));
    this.answer(request, response);
  });

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const at = this.#server.address();
    this.#port = typeof at === "object" && at !== null ? at.port : 0;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  address(path = "/"): string {
    return `http://127.0.0.1:${this.#port}${path}`;
  }

  allow(context: Context): Context {
    const allowedHosts = [`127.0.0.1:${this.#port}`];
    return { ...context, fetchPolicy: { ...context.fetchPolicy, allowedHosts, timeoutMs: 5_000 } };
  }
}

function pathOf({ url }: IncomingMessage): string {
  return url ?? "";
}

export const html = { "content-type": "text/html; charset=utf-8" };

/** An article with a table and a box beside it. */
export const page = `<!doctype html><html lang="en"><head><title>Annual accounts 2025</title></head><body>
<nav><a href="/">Home</a></nav>
<article><h1>Annual accounts 2025</h1>
<p>The harbour board publishes its accounts for the year, which the auditors have read and signed in April.</p>
<p>Result from operations: (1 913 406) crowns, the board’s “worst year” since the service began on the coast.</p>
<table><tr><th>Year</th><th>Loss</th></tr><tr><td>2024</td><td>1 200 000</td></tr><tr><td>2025</td><td>1 913 406</td></tr></table>
<p>The board bought two boats in 2021, and they carried 212 passengers on the first morning, it says here.</p></article>
<aside><p>Sidebar: the ferry was 41 minutes late on 12 June.</p></aside></body></html>`;
