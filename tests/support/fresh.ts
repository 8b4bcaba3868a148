import { Client } from "pg";
import type { Db } from "#lib/server/db/client.ts";
import { connect } from "#lib/server/db/client.ts";
import { testDatabase } from "#tests/support/database.ts";

export type Fresh = {
  readonly db: Db;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Runs SQL as the application's role, outside the application; answers the SQLSTATE of a refusal, or "ok". */
  readonly sql: (text: string, values?: readonly unknown[]) => Promise<string>;
  readonly close: () => Promise<void>;
};

/** A fresh database with the application's client and a plain connection of the same role. */
export async function freshDatabase(): Promise<Fresh> {
  const { appUrl, ownerUrl, drop } = await testDatabase();
  const db = connect(appUrl);
  const plain = new Client({ connectionString: appUrl });
  await plain.connect();
  const sql = async (text: string, values: readonly unknown[] = []) => {
    try {
      await plain.query(text, [...values]);
      return "ok";
    } catch (error) {
      if (error instanceof Error && "code" in error) return String(error.code);
      throw error;
    }
  };
  const close = async () => {
    await plain.end();
    await db.$disconnect();
    await drop();
  };
  return { db, appUrl, ownerUrl, sql, close };
}
