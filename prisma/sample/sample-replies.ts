import "server-only";
import { uuidv7 } from "uuidv7";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { askForReply } from "#lib/server/use-cases/ask-for-reply.ts";
import { recordReply } from "#lib/server/use-cases/record-reply.ts";
import type { Cast } from "#prisma/sample/cast.ts";
import { done } from "#prisma/sample/cast.ts";
import type { SampleStep } from "#prisma/sample/shape.ts";

type Asking = {
  readonly claimId: string;
  readonly step: SampleStep & { readonly do: "ask" };
  readonly today: Date;
};

const hour = 3_600_000;
/** The request went out the day before it was put on record. */
const sentBefore = 20 * hour;

/** Asks for a reply and, where there is one, puts the answer on record. */
export async function askAndHear(cast: Cast, { claimId, step, today }: Asking): Promise<void> {
  const context = cast(step.by);
  const { askedOf, contact, channel, text, answer } = step;
  const askedAt = new Date(context.now.getTime() - sentBefore);
  const deadline = new Date(today.getTime() + step.dueInHours * hour);
  const id = uuidv7();
  done(await askForReply(context, { id, claimId, askedOf, contact, channel, text, askedAt, deadline }));
  if (answer === undefined) return;
  const { replies } = done(await claimPage(context, claimId));
  const rowVersion = replies.find((reply) => reply.id === id)?.rowVersion ?? 0;
  done(await recordReply(cast(step.by), { id, rowVersion, answer, answeredAt: null }));
}
