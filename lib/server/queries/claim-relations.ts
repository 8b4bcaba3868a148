import "server-only";
import type { RelationView } from "#lib/domain/relation.ts";
import type { Context } from "#lib/server/context.ts";

export async function claimRelations(_context: Context, _claimId: string): Promise<readonly RelationView[]> {
  return [];
}
