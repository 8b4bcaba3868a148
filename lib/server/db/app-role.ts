import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from "pg";
import { withSession } from "#lib/server/db/session.ts";
import { StartupProblem } from "#lib/server/startup-problem.ts";

/** The role that owns nothing and has exactly the rights which the migrations grant. Sign-in roles are its members. */
const groupRole = "stet_app";

const twoWays =
  "Either let DATABASE_URL be an address whose role may create roles (CREATEROLE); Stet then makes the application's " +
  "role itself. Or make the two roles yourself, and set DATABASE_URL to the application's address and " +
  "DATABASE_OWNER_URL to the address of the database's owner.";

/**
 * Makes sure that the application can sign in as a role that may do only what the migrations grant, and answers its
 * address. With a password, a role is made for this database; with `appUrl`, that address's role is let in.
 */
export function ensureAppRole(
  options: { ownerUrl: string; password: string } | { ownerUrl: string; appUrl: string },
): Promise<string> {
  return withSession(options.ownerUrl, async (client) => {
    await ensureGroupRole(client);
    const address = new URL("appUrl" in options ? options.appUrl : options.ownerUrl);
    if ("password" in options) {
      const database = await currentDatabase(client);
      address.username = `${groupRole}_${createHash("sha256").update(database).digest("hex").slice(0, 8)}`;
      address.password = options.password;
      if (address.username === "") {
        throw new StartupProblem("DATABASE_URL names no host, so that a role with a password cannot use it.");
      }
      if (!(await hasRole(client, address.username)) || !(await canSignIn(address.href))) {
        await setPassword(client, address.username, options.password);
      }
    }
    const role = decodeURIComponent(address.username);
    if (!(await hasRole(client, role)))
      throw new StartupProblem(`The database has no role ${role} (from DATABASE_URL).`);
    await letIn(client, role);
    return address.href;
  });
}

/** Makes the group role that migrations grant to, unless the server has it. Roles belong to the server, not to a database. */
export async function ensureGroupRole(client: Client): Promise<void> {
  if (await hasRole(client, groupRole)) return;
  await changeRoles(client, `CREATE ROLE ${groupRole} NOLOGIN`);
}

/** Throws `StartupProblem` when that address could get around the rules that triggers and grants keep. */
export function assertAppRole(appUrl: string): Promise<void> {
  return withSession(appUrl, async (client) => {
    const found = await client.query<{
      name: string;
      strong: boolean;
      owner: string | null;
      creates: boolean;
      temporary: boolean;
    }>(`
      SELECT current_user AS name,
        (SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user) AS strong,
        (SELECT min(owner::regrole::text) FROM (
          SELECT relowner AS owner FROM pg_class WHERE relnamespace = 'public'::regnamespace
          UNION SELECT datdba FROM pg_database WHERE datname = current_database()
        ) AS owners WHERE pg_has_role(current_user, owner, 'MEMBER')) AS owner,
        has_schema_privilege('public', 'CREATE') AS creates,
        has_database_privilege(current_database(), 'TEMPORARY') AS temporary`);
    const role = found.rows[0];
    if (role === undefined) throw new Error("a SELECT without FROM answers one row");
    if (role.strong) throw unfit(role.name, "is a superuser, or may create roles or bypass row security");
    if (role.owner === role.name) throw unfit(role.name, "owns the database or tables in it");
    if (role.owner !== null)
      throw unfit(role.name, `is a member of ${role.owner}, which owns the database or tables in it`);
    if (role.creates) throw unfit(role.name, "may create tables in the schema public");
    if (role.temporary) throw unfit(role.name, "may create temporary tables");
  });
}

function unfit(role: string, reason: string): StartupProblem {
  return new StartupProblem(
    `The application must not sign in as ${role}, which ${reason}: it could switch off the rules that protect ` +
      `verdicts and the audit trail. ${twoWays}`,
  );
}

async function setPassword(client: Client, role: string, password: string): Promise<void> {
  const verb = (await hasRole(client, role)) ? "ALTER" : "CREATE";
  const rights = verb === "CREATE" ? "LOGIN INHERIT NOCREATEDB NOCREATEROLE" : "LOGIN";
  await changeRoles(client, `${verb} ROLE ${escapeIdentifier(role)} ${rights} PASSWORD ${escapeLiteral(password)}`);
}

async function letIn(client: Client, role: string): Promise<void> {
  const found = await client.query<{
    member: boolean;
    connects: boolean;
    creates: boolean;
    temporary: boolean;
    database: string;
  }>(
    `SELECT pg_has_role($1, $2, 'USAGE') AS member, has_database_privilege($1, current_database(), 'CONNECT') AS connects,
       has_schema_privilege($1, 'public', 'CREATE') AS creates,
       has_database_privilege($1, current_database(), 'TEMPORARY') AS temporary, current_database() AS database`,
    [role, groupRole],
  );
  const rights = found.rows[0];
  if (rights?.member === false) await changeRoles(client, `GRANT ${groupRole} TO ${escapeIdentifier(role)}`);
  if (rights?.connects === false) {
    await changeRoles(client, `GRANT CONNECT ON DATABASE ${escapeIdentifier(rights.database)} TO ${groupRole}`);
  }
  // Before Postgres 15 everyone may create tables in `public`. Whoever may not change that is told by assertAppRole.
  if (rights?.creates === true) await client.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  // A temporary table can stand in the way of a real one. The rules look past it; nobody needs to make one either.
  if (rights?.temporary === true) {
    await client.query(`REVOKE TEMPORARY ON DATABASE ${escapeIdentifier(rights.database)} FROM PUBLIC`);
  }
}

/** Roles are shared by all databases of a server, and Postgres fails a change that meets another one instead of waiting. */
async function changeRoles(client: Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      if (error.code === "42501") {
        throw new StartupProblem(
          `The database's owner may not prepare the application's role: ${error.message}. ${twoWays}`,
        );
      }
      // 42710, 23505: another process has just made it. XX000: "tuple concurrently updated".
      if (error.code === "42710" || (error.code === "23505" && statement.startsWith("CREATE"))) return;
      if (error.code !== "XX000" || attempt === 5) throw error;
      await sleep(50 * attempt);
    }
  }
}

async function canSignIn(address: string): Promise<boolean> {
  const client = new Client({ connectionString: address });
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01: wrong password. 28000 and 42501: may not sign in or connect yet. All are mended by what follows.
    if (error instanceof DatabaseError && ["28P01", "28000", "42501"].includes(error.code ?? "")) return false;
    throw error;
  } finally {
    await client.end();
  }
}

async function hasRole(client: Client, name: string): Promise<boolean> {
  return (await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [name])).rows.length > 0;
}

async function currentDatabase(client: Client): Promise<string> {
  const found = await client.query<{ name: string }>("SELECT current_database() AS name");
  return found.rows[0]?.name ?? "";
}
