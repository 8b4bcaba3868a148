import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import type { Rule } from "#lib/domain/rule.ts";
import type { Db, Tx } from "#lib/server/db/client.ts";

/** Refusals that the database's triggers raise, by SQLSTATE (prisma/migrations). */
const refusals: Readonly<Record<string, Rule>> = {
  ST001: "contributor-cannot-review",
  ST002: "not-under-review",
  ST003: "never-changed",
  ST004: "approvals-missing",
  ST005: "last-administrator",
  ST007: "capture-of-another-source",
};

const serializationFailure = "40001";
const deadlock = "40P01";
const duplicate = "23505";
const attempts = 4;

/**
 * Runs one change in one transaction. A returned failure was decided before the first write; a refusal that a trigger
 * raises rolls everything back and is returned as the rule it stands for. Deadlocks, serialisation failures and
 * duplicate keys (the same form sent twice at once: the second try finds the first's row) are tried again, at most
 * three times; anything else is thrown, and so is work that takes longer than `seconds`.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<Outcome<T>>,
  { seconds }: { readonly seconds: number } = { seconds: 20 },
): Promise<Outcome<T>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { timeout: seconds * 1000, maxWait: 10_000 });
    } catch (error) {
      const state = sqlStateOf(error);
      const rule = state === undefined ? undefined : refusals[state];
      if (rule !== undefined) return refused(rule);
      const again = state === serializationFailure || state === deadlock || state === duplicate;
      if (!again || attempt >= attempts) throw error;
    }
  }
}

/** The SQLSTATE behind an error of the driver, wherever the client wrapped it; undefined when there is none. */
function sqlStateOf(error: unknown): string | undefined {
  for (let current = error, depth = 0; isRecord(current) && depth < 6; depth += 1) {
    for (const key of ["originalCode", "code"]) {
      const code = current[key];
      if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !code.startsWith("P2")) return code;
    }
    if (current.code === "P2002") return duplicate;
    if (current.code === "P2034") return serializationFailure;
    const meta = current.meta;
    current = isRecord(meta) && isRecord(meta.driverAdapterError) ? meta.driverAdapterError : current.cause;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
