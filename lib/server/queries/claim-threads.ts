import "server-only";
import type { ThreadView } from "#lib/domain/thread.ts";
import type { Context } from "#lib/server/context.ts";

export async function claimThreads(_context: Context, _claimId: string): Promise<readonly ThreadView[]> {
  return [];
}
