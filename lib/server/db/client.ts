import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "#lib/server/db/generated/client.ts";
import { statementNames } from "#lib/server/db/statement-names.ts";
import { requireEnv } from "#lib/server/env.ts";

export type Db = PrismaClient;
/** What a repository works with: the client itself, or the transaction a use-case opened. */
export type Tx = Prisma.TransactionClient;
export type { Prisma };

/** A client with its own pool of at most ten connections, signed in as the role of the address. */
export function connect(address: string): Db {
  const adapter = new PrismaPg({ connectionString: address, max: 10 }, { statementNameGenerator: statementNames() });
  // Else every call looks up the source it came from, in case it fails and the error is drawn with it.
  return new PrismaClient({ adapter, errorFormat: "minimal" });
}

declare global {
  var stetDatabase: Db | undefined;
}

/** The one client of this process, made at its first use. Kept across hot reloads. */
export function database(): Db {
  globalThis.stetDatabase ??= connect(requireEnv("DATABASE_URL"));
  return globalThis.stetDatabase;
}
