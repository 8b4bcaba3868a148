import "server-only";
import { database } from "#lib/server/db/client.ts";
import { log } from "#lib/server/log.ts";

/** Whether the database answers. A failure is logged and is the answer, not an error. */
export async function isDatabaseUp(): Promise<boolean> {
  try {
    await database().$queryRaw`SELECT 1`;
    return true;
  } catch (error) {
    log("health", error);
    return false;
  }
}
