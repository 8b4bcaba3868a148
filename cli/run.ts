import type { Context } from "#lib/server/context.ts";
import type { Db } from "#lib/server/db/client.ts";
import { connect } from "#lib/server/db/client.ts";
import { openDesk } from "#lib/server/open-database.ts";
import { defaultFetchPolicy, parseFetchAllow } from "#lib/server/outside/fetch-policy.ts";
import { openBlobs } from "#lib/server/outside/open-blobs.ts";
import { actorByEmail, operatorFor } from "#lib/server/queries/actor-of-session.ts";
import { projectFolder, readSecrets, stateFolder } from "#lib/server/state-folder.ts";
import { Refused } from "./answer.ts";

type Desk = { readonly db: Db; readonly baseUrl: string };

/** Opens the desk's database for one command and closes it again, whatever happens. */
export async function withDesk<T>(work: (desk: Desk) => Promise<T>): Promise<T> {
  process.env.STET_PROGRAM ??= projectFolder();
  const { appUrl, baseUrl, close } = await openDesk();
  if ((process.env.STET_SIGNING_SECRET ?? "") === "") {
    process.env.STET_SIGNING_SECRET = (await readSecrets(stateFolder())).signingSecret;
  }
  const db = connect(appUrl);
  try {
    return await work({ db, baseUrl });
  } finally {
    await db.$disconnect();
    await close();
  }
}

/** The context of a command that acts as a member; its use-cases check and record it like any other change. */
export async function contextAs(db: Db, email: string): Promise<Context> {
  const now = new Date();
  const found = await actorByEmail({ db, now }, email);
  if (found === null)
    throw new Refused(`Nobody on a desk has the address ${email}. \`npx stet user list\` shows who there is.`);
  return { actor: found.actor, db, now, ...outside() };
}

/** The context of a command that only reads an article; null when there is no such article. */
export async function contextFor(db: Db, articleId: string): Promise<Context | null> {
  const now = new Date();
  const actor = await operatorFor({ db, now }, articleId);
  return actor === null ? null : { actor, db, now, ...outside() };
}

/** What may be fetched, and where bytes are kept, by the settings. */
export function outside(): Pick<Context, "fetchPolicy" | "blobs"> {
  const allowed = parseFetchAllow(process.env.STET_FETCH_ALLOW);
  if (!allowed.ok) throw new Error(allowed.error);
  return {
    fetchPolicy: { ...defaultFetchPolicy, allowedHosts: allowed.value },
    blobs: openBlobs(stateFolder()),
  };
}
