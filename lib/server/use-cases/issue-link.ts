import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { AnonymousContext } from "#lib/server/context.ts";
import { newToken } from "#lib/server/one-use-token.ts";
import { insertLink, revokeSetupLinks, userByEmail } from "#lib/server/repositories/people.ts";

const signInLifeMs = 24 * 3_600_000;
const setupLifeMs = 72 * 3_600_000;

/** A link that signs one person in once, within a day, from the machine that Stet runs on. For the command line. */
export async function issueSignInLink(
  { db, now }: AnonymousContext,
  input: { readonly email: string },
): Promise<Outcome<{ name: string; email: string; token: string }>> {
  const user = await userByEmail(db, input.email.trim().toLowerCase());
  if (user === null || user.disabledAt !== null) return notFound();
  const { token, tokenHash } = newToken();
  const expiresAt = new Date(now.getTime() + signInLifeMs);
  await insertLink(db, {
    id: uuidv7(),
    tokenHash,
    purpose: "sign_in",
    userId: user.id,
    localOnly: true,
    now,
    expiresAt,
  });
  return ok({ name: user.name, email: user.email, token });
}

/** A link that sets up the first desk, once, within three days; earlier ones stop working. */
export async function issueSetupLink({ db, now }: AnonymousContext): Promise<{ token: string }> {
  const { token, tokenHash } = newToken();
  await revokeSetupLinks(db, now);
  const expiresAt = new Date(now.getTime() + setupLifeMs);
  await insertLink(db, { id: uuidv7(), tokenHash, purpose: "setup", localOnly: false, now, expiresAt });
  return { token };
}
