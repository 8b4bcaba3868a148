import "server-only";
import { Client } from "pg";
import { StartupProblem } from "#lib/server/startup-problem.ts";

/** Runs `work` in one session of its own. An address that cannot be reached is a `StartupProblem` without the password. */
export async function withSession<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const place = placeOf(address);
  const client = new Client({ connectionString: address, connectionTimeoutMillis: 15_000 });
  // A session cut from the other side fails the query that waits for it; the event itself says nothing new.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch (error) {
    await client.end();
    throw new StartupProblem(`Cannot sign in to the database ${place}: ${reasonOf(error)}`);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function placeOf(address: string): string {
  const url = URL.parse(address);
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
    throw new StartupProblem("A database address must look like postgres://user:password@host:5432/database.");
  }
  return `${url.pathname.slice(1)} on ${url.host} as ${decodeURIComponent(url.username)}`;
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
