import { runLive } from "#lib/server/live/live-route.ts";

/** The desk's changes as they happen, as server-sent events: ids and topics, never words. */
export async function GET(request: Request): Promise<Response> {
  return await runLive(request);
}
