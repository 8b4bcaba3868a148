import { isDatabaseUp } from "#lib/server/queries/health.ts";

/** 200 when the database answers, 503 when it does not. Says nothing else to nobody in particular. */
export async function GET(): Promise<Response> {
  const up = await isDatabaseUp();
  return Response.json(
    { status: up ? "ok" : "down" },
    { status: up ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
