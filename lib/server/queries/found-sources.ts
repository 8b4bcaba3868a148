import "server-only";
import type { FoundSource } from "#lib/domain/source-views.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { sourceView } from "#lib/server/queries/claim-parts.ts";
import { usesOfSources } from "#lib/server/repositories/source-uses.ts";
import type { StoredSource } from "#lib/server/repositories/sources.ts";

/** The rows with how often and when last they were cited, in their order. */
export async function foundSources(db: Tx, deskId: string, rows: readonly StoredSource[]): Promise<FoundSource[]> {
  const uses = await usesOfSources(
    db,
    deskId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const used = uses.get(row.id);
    return { ...sourceView(row), uses: used?.uses ?? 0, lastUsedAt: used?.lastUsedAt.toISOString() ?? null };
  });
}
