import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import type { MessageAt } from "#lib/schemas/thread.ts";
import type { Context } from "#lib/server/context.ts";
import { changeMessage } from "#lib/server/use-cases/remove-message.ts";

/** Brings a message back that was taken away, with the words it had. Whoever may take it away may do so. */
export function restoreMessage(context: Context, { id }: MessageAt): Promise<Outcome<{ id: string }>> {
  return changeMessage(context, { id, removed: false });
}
