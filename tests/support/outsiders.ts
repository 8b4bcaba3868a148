import { uuidv7 } from "uuidv7";
import type { OutsidePurpose } from "#lib/domain/outside.ts";
import type { Context } from "#lib/server/context.ts";
import { type Outsider, outsiderOfToken } from "#lib/server/queries/outsider-of-token.ts";
import { inviteOutsider } from "#lib/server/use-cases/invite-outsider.ts";
import { good, type TestDesk } from "#tests/support/desk.ts";

/** What asks somebody from outside about a claim; each call asks another person. */
export function outsideInput(claimId: string, purpose: OutsidePurpose) {
  const id = uuidv7();
  return { id, claimId, name: "Dr. Oluwaseun Marsh", email: `${id}@wray.example`, purpose, note: "Please.", days: 14 };
}

export type Invited = {
  readonly id: string;
  readonly token: string;
  readonly outsider: Outsider;
  readonly as: Context;
};

/** Somebody from outside with an open link, and the context in which they act. */
export async function invited(desk: TestDesk, claimId: string, purpose: OutsidePurpose): Promise<Invited> {
  const editor = desk.as("editor");
  const made = good(await inviteOutsider(editor, outsideInput(claimId, purpose)));
  const outsider = await outsiderOfToken(editor, made.token);
  if (outsider === null) throw new Error("The link is not open.");
  return { ...made, outsider, as: { ...editor, actor: outsider.actor } };
}
