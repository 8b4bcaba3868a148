import "server-only";
import type { NextAuthOptions } from "next-auth";
import credentialsProvider from "next-auth/providers/credentials";
import type { Outcome } from "#lib/domain/failure.ts";
import { ruleSentence } from "#lib/domain/rule.ts";
import { sessionLimits } from "#lib/domain/session.ts";
import { credentials, linkToken } from "#lib/schemas/account.ts";
import { database } from "#lib/server/db/client.ts";
import { baseUrl } from "#lib/server/env.ts";
import { log } from "#lib/server/log.ts";
import { admitSignIn } from "#lib/server/sign-in-throttle.ts";
import { visitorOf } from "#lib/server/sign-in-visitor.ts";
import { endSession } from "#lib/server/use-cases/manage-sessions.ts";
import { signInByLink, signInByPassword } from "#lib/server/use-cases/sign-in.ts";

/** The cookie of a session; over https it has the prefix that binds it to this host and to https. */
export function sessionCookie(): { readonly name: string; readonly secure: boolean } {
  const secure = baseUrl().startsWith("https://");
  return { name: secure ? "__Host-stet-session" : "stet-session", secure };
}

/**
 * next-auth with credentials. Its token is an encrypted cookie that holds nothing but the id of a session row, which
 * every request looks up, so that a session ends the moment it is revoked.
 */
export function signInOptions(): NextAuthOptions {
  const { name, secure } = sessionCookie();
  const prefix = secure ? "__Host-" : "";
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure } as const;
  return {
    session: { strategy: "jwt", maxAge: sessionLimits.lifeMs / 1000 },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name, options },
      csrfToken: { name: `${prefix}stet-csrf`, options },
      callbackUrl: { name: `${prefix}stet-callback`, options },
    },
    providers: [
      credentialsProvider({
        id: "password",
        credentials: { email: {}, password: {} },
        async authorize(given, request) {
          const input = credentials.safeParse(given);
          if (!input.success) throw new Error(ruleSentence("wrong-password"));
          const visitor = { ...visitorOf(request.headers ?? {}), admit: admitSignIn };
          return await userOf(() => signInByPassword({ db: database(), now: new Date() }, input.data, visitor));
        },
      }),
      credentialsProvider({
        id: "link",
        credentials: { token: {} },
        async authorize(given, request) {
          const input = linkToken.safeParse(given);
          if (!input.success) throw new Error(ruleSentence("link-spent"));
          const visitor = visitorOf(request.headers ?? {});
          return await userOf(() => signInByLink({ db: database(), now: new Date() }, input.data, visitor));
        },
      }),
    ],
    // A cookie that cannot be read is nobody's, and not worth a stack in the log each time somebody sends one.
    logger: { error: (code) => log("next-auth", code), warn: () => {}, debug: () => {} },
    callbacks: {
      redirect: ({ baseUrl }) => baseUrl,
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session, token }) => ({
        expires: session.expires,
        ...(token.sid === undefined ? {} : { sid: token.sid }),
      }),
    },
    events: {
      async signOut({ token }) {
        const sid = token.sid;
        if (typeof sid === "string") await endSession({ db: database(), now: new Date() }, sid);
      },
    },
  };
}

type Entered = Outcome<{ sessionId: string }>;

/** next-auth shows the message of a thrown error to whoever signs in, so that only sentences of ours may be thrown. */
async function userOf(enter: () => Promise<Entered>): Promise<{ id: string }> {
  const outcome = await enter().catch((error: unknown) => {
    log("sign-in", error);
    throw new Error("Nobody can sign in just now. Try again in a minute; if it stays so, tell whoever runs the desk.");
  });
  if (outcome.ok) return { id: outcome.value.sessionId };
  throw new Error(ruleSentence(outcome.error.kind === "refused" ? outcome.error.rule : "wrong-password"));
}
