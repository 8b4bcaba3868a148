import "server-only";
import { headers } from "next/headers";
import { signedIn } from "#lib/server/session.ts";
import { admitSignIn } from "#lib/server/sign-in-throttle.ts";
import type { Guest } from "#lib/server/use-cases/accept-invitation.ts";

/** Who stands at the door with a link: the person signed in, if any; guesses at a password count like sign-ins. */
export async function guest(): Promise<Guest> {
  const peer = (await headers()).get("x-stet-peer") ?? "";
  const session = await signedIn();
  return {
    userId: session?.context.actor.userId ?? null,
    admit: (account) => admitSignIn({ account, peer }),
  };
}
