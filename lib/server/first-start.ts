import "server-only";
import type { Role } from "#lib/domain/role.ts";
import { database } from "#lib/server/db/client.ts";
import { openBlobs } from "#lib/server/outside/open-blobs.ts";
import { countDesks } from "#lib/server/repositories/desks.ts";
import { issueSetupLink, issueSignInLink } from "#lib/server/use-cases/issue-link.ts";
import { createSampleDesk } from "#prisma/sample/create-sample-desk.ts";

type Link = { readonly name: string; readonly email: string; readonly role: Role; readonly url: string };
type FirstStart = { readonly kind: "sample" | "setup" | "ready"; readonly links: readonly Link[] };

/**
 * What an empty database needs: embedded, the sample desk with a sign-in link for each of its people; on one's own
 * Postgres, a link by which the first administrator sets up a desk. A database with a desk needs nothing.
 */
export async function firstStart(options: {
  readonly embedded: boolean;
  readonly baseUrl: string;
}): Promise<FirstStart> {
  const context = { db: database(), now: new Date() };
  const { db, now } = context;
  // Opened at every start: settings that make no sense are told now, and not to the first who keeps something.
  const blobs = openBlobs();
  const url = (token: string) => `${options.baseUrl}/link/${token}`;
  if ((await countDesks(db)) > 0) return { kind: "ready", links: [] };
  if (!options.embedded) {
    const { token } = await issueSetupLink(context);
    return { kind: "setup", links: [{ name: "First administrator", email: "", role: "admin", url: url(token) }] };
  }
  const people = await createSampleDesk({ db, blobs }, now);
  const links: Link[] = [];
  for (const { name, email, role } of people) {
    const issued = await issueSignInLink(context, { email });
    if (issued.ok) links.push({ name, email, role, url: url(issued.value.token) });
  }
  return { kind: "sample", links };
}
