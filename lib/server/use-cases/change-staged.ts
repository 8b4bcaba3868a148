import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, invalid, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { importLimits } from "#lib/formats/import/imported-document.ts";
import { can } from "#lib/policy/can.ts";
import type { ChangeStaged } from "#lib/schemas/import.ts";
import type { Context } from "#lib/server/context.ts";
import { inTransaction } from "#lib/server/db/transaction.ts";
import { heldDocument, keepChoices, stagedText } from "#lib/server/repositories/staged-imports.ts";

/**
 * Puts pieces of one's own staged import back into its text, or takes them out of it; said twice it is done once. Refused
 * when a piece is not in it, or when the text would be empty or longer than any import may be.
 */
export function changeStaged({ actor, db, now }: Context, input: ChangeStaged): Promise<Outcome<{ id: string }>> {
  const { id, pieces: asked, to } = input;
  const key = { deskId: actor.deskId, memberId: actor.memberId, id };
  return inTransaction(db, async (tx) => {
    if (!can(actor, "article.import", actor)) return forbidden();
    const staged = await heldDocument(tx, key);
    if (staged === null) return notFound();
    const moved = new Set(staged.moved);
    for (const at of asked) {
      const piece = staged.pieces[at];
      if (piece === undefined) return notFound();
      if (piece.taken === (to === "taken")) moved.delete(at);
      else moved.add(at);
    }
    const { text, blocks } = stagedText({ ...staged, moved });
    if (blocks.length === 0) return invalid({ "": "An article needs words: leave at least one block in it." });
    if (text.length > importLimits.characters || blocks.length > importLimits.blocks)
      return invalid({ "": "With this the text is longer than an article may be. Take something else out first." });
    await keepChoices(tx, key, { moved, now });
    return ok({ id });
  });
}
