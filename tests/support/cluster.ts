import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { z } from "zod";

/** The migrated database that the others are copies of. Nobody may connect to it. */
export const template = "stet_template";

const clusterSchema = z.object({ ownerUrl: z.string(), appUrl: z.string() });
/** Where the tests' Postgres listens: as owner, and as the application's role (in the template database). */
export type Cluster = z.infer<typeof clusterSchema>;

export type TestDatabase = {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
};

/** Starts the tests' Postgres in a process of its own, which ends when `stop` is called or this process dies. */
export async function startCluster(): Promise<Cluster & { readonly stop: () => Promise<void> }> {
  const script = fileURLToPath(new URL("cluster-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["-C", "react-server", script], { stdio: ["pipe", "pipe", "inherit"] });
  const exited = once(child, "exit");
  for await (const line of createInterface(child.stdout)) {
    const stop = async () => {
      child.stdin.end();
      await exited;
    };
    return { ...clusterSchema.parse(JSON.parse(line)), stop };
  }
  throw new Error("The tests' Postgres did not start; the reason stands above.");
}

/** A fresh copy of the template under the given name, which must be a plain lower-case identifier. */
export async function cloneTemplate({ ownerUrl, appUrl }: Cluster, name: string): Promise<TestDatabase> {
  await runSql(ownerUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY file_copy`);
  // A copy does not take the rights on the database along; ensureAppRole sets them on the real one.
  await runSql(ownerUrl, `REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC`);
  return {
    ownerUrl: inDatabase(ownerUrl, name),
    appUrl: inDatabase(appUrl, name),
    drop: () => runSql(ownerUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Runs one statement on a connection of its own. */
export async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The same address with another database. */
export function inDatabase(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
