import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import { baseUrl } from "#lib/server/env.ts";
import { coded } from "#lib/server/public/coded.ts";
import { publicEmbed, publicReport } from "#lib/server/public/public-report.ts";
import { reportFeed } from "#lib/server/public/report-feeds.ts";
import { sharedPage } from "#lib/server/public/shared-report.ts";

type Room = (request: Request, parts: readonly string[]) => Promise<Response>;

/**
 * `/r/ARTICLE` and `/r/ARTICLE/N`, below both `claims/CLAIM`, and `/r/ARTICLE/N/FILE`; without a number it is the newest.
 * `/embed/ARTICLE/CLAIM` for a frame on anybody's page. `/s/TOKEN`, below it `claims/CLAIM` and `FILE`. `/feeds/DESK/FILE`.
 */
const rooms: ReadonlyMap<string, Room> = new Map<string, Room>([
  ["r", publicReport],
  [
    "embed",
    (request, [article = "", claim = "", ...more]) => publicEmbed(request, article, [claim, ...more].join("/")),
  ],
  ["s", (_, parts) => sharedPage(parts)],
  ["feeds", (request, [desk = "", ...file]) => reportFeed(request, desk, file.join("/"))],
]);

/** One that ends in a slash is left to Next, which leads to the one without. */
const address = /^\/(r|embed|s|feeds)\/([^?#]*[^?#/])(?:[?#]|$)/;

/**
 * Answers requests below `/r/`, `/embed/`, `/s/` and `/feeds/`, where all that is read is frozen; false for any other.
 * The front door has admitted the request and set the headers of every response. Next, whose way to an answer costs
 * several times what is done here, never sees these.
 */
export async function answerInPublic(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { url = "", method = "GET", headers } = request;
  const [, name = "", path = ""] = address.exec(url) ?? [];
  const room = rooms.get(name);
  if (room === undefined) return false;
  if (method !== "GET" && method !== "HEAD") {
    response.writeHead(405, { allow: "GET, HEAD", "cache-control": "no-store" }).end();
    return true;
  }
  const known = headers["if-none-match"];
  const asked = new Request(`${baseUrl()}${url}`, known === undefined ? {} : { headers: { "if-none-match": known } });
  const answer = await room(asked, path.split("/"));
  const body = await coded(answer, headers["accept-encoding"]);
  response.setHeaders(answer.headers);
  if (body !== null) response.setHeader("content-length", body.byteLength);
  response.writeHead(answer.status);
  response.end(method === "HEAD" ? null : body);
  return true;
}
