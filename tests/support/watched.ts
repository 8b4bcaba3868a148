import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { uuidv7 } from "uuidv7";
import type { Context } from "#lib/server/context.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { captureSource } from "#lib/server/use-cases/capture-source.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { evidenceInput, good } from "#tests/support/desk.ts";

/** A page that a source may have, and the words of it that evidence relies on. */
const noon = Date.UTC(2026, 10, 23, 12);
export const hours = (count: number) => new Date(noon + count * 3_600_000);
export const passage = "Result from operations: a loss of 1 913 406 crowns";
export const rest =
  "<p>The harbour board adopted these accounts in April, after the auditors had read them twice and found them whole.</p><p>The fleet was depreciated over fifteen years, and fuel was dearer than in any year since the service began.</p>";
export const page = `<h1>Annual accounts</h1><p>${passage}.</p>${rest}`;

/** A site on the loopback interface whose answers a test changes; it counts how many are asked of it at once. */
export class ChangingSite {
  origin = "";
  mostAtOnce = 0;
  requests = 0;
  answer: (path: string, response: ServerResponse) => void = (_, response) => void response.writeHead(404).end();
  #open = 0;
  readonly #server = createServer((request, response) => {
    this.requests += 1;
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    response.once("close", () => {
      this.#open -= 1;
    });
    this.answer(request.url ?? "/", response);
  });

  async open(address = "127.0.0.1"): Promise<void> {
    this.#server.listen(0, address);
    await once(this.#server, "listening");
    const at = this.#server.address();
    this.origin = typeof at === "object" ? `http://${address}:${at?.port}` : "";
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  get host(): string {
    return this.origin.replace("http://", "");
  }

  /** Answers every request with this page. */
  shows(body: string): void {
    this.answer = (_, response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end(
        `<!doctype html><html><head><title>Accounts</title></head><body><article>${body}</article></body></html>`,
      );
    };
  }

  says(status: number, headers: Readonly<Record<string, string>> = {}): void {
    this.answer = (_, response) => void response.writeHead(status, headers).end("<p>Something else.</p>");
  }
}

/** As that member, allowed to fetch from these sites. */
export function fetching(context: Context, ...sites: readonly ChangingSite[]): Context {
  const allowedHosts = sites.map((site) => site.host);
  return { ...context, fetchPolicy: { ...context.fetchPolicy, allowedHosts } };
}

/** Evidence on a claim whose passage stands in a copy kept of an address; the source is new and is watched from now on. */
export async function watchedEvidence(
  context: Context,
  of: { readonly claimId: string; readonly address: string; readonly passage: string; readonly confidential?: boolean },
) {
  const input = { ...evidenceInput(of.claimId, of.passage), address: of.address };
  const { id: evidenceId } = good(await linkEvidence(context, input));
  const page = good(await claimPage(context, of.claimId));
  const sourceId = page.evidence.find((item) => item.id === evidenceId)?.source.id ?? "";
  const captureId = uuidv7();
  const kept = good(await captureSource(context, { id: captureId, sourceId, address: of.address, evidenceId }));
  if (kept.unbound !== "") throw new Error(kept.unbound);
  const watch = await context.db.watch.findFirstOrThrow({ where: { deskId: context.actor.deskId, sourceId } });
  return { evidenceId, sourceId, captureId, watchId: watch.id };
}
