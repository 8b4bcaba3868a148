import "server-only";
import type { SecondView } from "#lib/domain/second.ts";
import type { Context } from "#lib/server/context.ts";

export async function claimSeconds(_context: Context, _claimId: string): Promise<readonly SecondView[]> {
  return [];
}
