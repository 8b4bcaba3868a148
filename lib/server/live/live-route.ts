import "server-only";
import { forbidden } from "#lib/domain/failure.ts";
import { can } from "#lib/policy/can.ts";
import { endedStream } from "#lib/server/live/event-stream.ts";
import { liveHub } from "#lib/server/live/hub.ts";
import { answer, guarded, problem } from "#lib/server/route.ts";
import { signedIn } from "#lib/server/session.ts";

const streamHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-cache, no-transform",
  "x-accel-buffering": "no",
} as const;

/**
 * The desk's changes as server-sent events, from after `Last-Event-ID` or `?after=` on. The stream ends with the session;
 * a browser without one is told so in the stream itself.
 */
export function runLive(request: Request): Promise<Response> {
  return guarded("live", async () => {
    const site = request.headers.get("sec-fetch-site");
    if (site !== null && site !== "same-origin" && site !== "none") return problem(403, "Open this from the desk.");
    const session = await signedIn();
    if (session === null) {
      return request.headers.get("accept")?.includes("text/event-stream")
        ? new Response(endedStream("session"), { headers: streamHeaders })
        : problem(401, "Sign in first.");
    }
    const { actor } = session.context;
    if (!can(actor, "live.read", actor)) return answer(forbidden(), 403);
    const cursor = request.headers.get("last-event-id") ?? new URL(request.url).searchParams.get("after");
    const { deskId, memberId } = actor;
    const stream = { sessionId: session.sessionId, deskId, memberId, cursor: cursor === "" ? null : cursor };
    const { body, leave } = liveHub().join(stream);
    request.signal.addEventListener("abort", leave, { once: true });
    return new Response(body, { headers: streamHeaders });
  });
}
