import "server-only";
import type { AnonymousContext } from "#lib/server/context.ts";
import { hashToken } from "#lib/server/one-use-token.ts";
import { liveLink, userByEmail } from "#lib/server/repositories/people.ts";

export type LinkPage =
  | { readonly purpose: "sign_in"; readonly name: string }
  | { readonly purpose: "setup" }
  | { readonly purpose: "invitation"; readonly desk: string; readonly email: string; readonly hasAccount: boolean };

/** What a one-use link would do, without using it up; null when it does nothing any more. */
export async function linkPage({ db, now }: AnonymousContext, token: string): Promise<LinkPage | null> {
  const link = await liveLink(db, hashToken(token), now);
  if (link === null) return null;
  switch (link.purpose) {
    case "sign_in":
      return link.user === null || link.user.disabledAt !== null ? null : { purpose: "sign_in", name: link.user.name };
    case "setup":
      return { purpose: "setup" };
    case "invitation": {
      if (link.desk === null || link.email === null) return null;
      const known = await userByEmail(db, link.email);
      return {
        purpose: "invitation",
        desk: link.desk.name,
        email: link.email,
        hasAccount: known?.passwordHash !== null && known !== null,
      };
    }
  }
}
