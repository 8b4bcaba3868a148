"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { actionContext } from "#lib/server/action.ts";
import { signedIn } from "#lib/server/session.ts";
import { sessionCookie } from "#lib/server/sign-in-options.ts";
import { endSession } from "#lib/server/use-cases/manage-sessions.ts";

export async function signOut(): Promise<void> {
  const context = await actionContext();
  const session = await signedIn();
  if (context === null || session === null) return redirect("/sign-in");
  await endSession(context, session.sessionId);
  (await cookies()).delete(sessionCookie().name);
  redirect("/sign-in");
}
