import "server-only";
import type { InviteView } from "#lib/domain/outside.ts";
import type { Context } from "#lib/server/context.ts";

export async function claimInvites(_context: Context, _claimId: string): Promise<readonly InviteView[]> {
  return [];
}
