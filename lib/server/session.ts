import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import type { Actor } from "#lib/domain/role.ts";
import type { AnonymousContext, Context } from "#lib/server/context.ts";
import { database } from "#lib/server/db/client.ts";
import { defaultFetchPolicy, parseFetchAllow } from "#lib/server/outside/fetch-policy.ts";
import { openBlobs } from "#lib/server/outside/open-blobs.ts";
import { actorOfSession } from "#lib/server/queries/actor-of-session.ts";
import { liveStart } from "#lib/server/queries/live-start.ts";
import { signInOptions } from "#lib/server/sign-in-options.ts";

type SignedIn = { readonly context: Context; readonly sessionId: string; readonly deskName: string };

/** Who is signed in, looked up anew for every request; null when nobody is, or when the session was ended. */
export const signedIn = cache(async (): Promise<SignedIn | null> => {
  const now = new Date();
  const sid = await sessionId();
  if (sid === null) return null;
  const found = await actorOfSession({ db: database(), now }, sid);
  return found === null ? null : { context: contextOf(found.actor, now), sessionId: sid, deskName: found.deskName };
});

/** Where the live stream of this page starts, asked once for the page and its layout, whichever of them comes first. */
export const pageStart = cache(liveStart);

/**
 * The context of a page of the desk; sends whoever is not signed in to the door. By then it is settled where the live
 * stream starts, so that whatever changes while the page reads is told on the stream.
 */
export async function pageContext(): Promise<Context> {
  const found = await signedIn();
  if (found === null) redirect("/sign-in");
  await pageStart(found.context);
  return found.context;
}

/** The context of a page or action before anybody is signed in. */
export function anonymousContext(): AnonymousContext {
  return { db: database(), now: new Date() };
}

/** The context of somebody who was let in already. Throws when STET_FETCH_ALLOW cannot be read. */
export function contextOf(actor: Actor, now: Date): Context {
  const allowed = parseFetchAllow(process.env.STET_FETCH_ALLOW);
  if (!allowed.ok) throw new Error(allowed.error);
  const fetchPolicy = { ...defaultFetchPolicy, allowedHosts: allowed.value };
  return { actor, db: database(), now, fetchPolicy, blobs: openBlobs() };
}

async function sessionId(): Promise<string | null> {
  await headers();
  const session = await getServerSession(signInOptions());
  return session?.sid ?? null;
}
