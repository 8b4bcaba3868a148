import "server-only";
import { uuidv7 } from "uuidv7";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { askSecond } from "#lib/server/use-cases/ask-second.ts";
import { beginThread } from "#lib/server/use-cases/begin-thread.ts";
import { giveSecond } from "#lib/server/use-cases/give-second.ts";
import { relateClaims } from "#lib/server/use-cases/relate-claims.ts";
import { replyInThread } from "#lib/server/use-cases/reply-in-thread.ts";
import { resolveThread } from "#lib/server/use-cases/resolve-thread.ts";
import { shareVerdict } from "#lib/server/use-cases/share-verdict.ts";
import type { Cast } from "#prisma/sample/cast.ts";
import { done } from "#prisma/sample/cast.ts";
import type { SampleStep } from "#prisma/sample/shape.ts";

type Of<Kind extends SampleStep["do"]> = {
  readonly claimId: string;
  readonly step: SampleStep & { readonly do: Kind };
};

/** Asks a colleague for a second verdict, who gives it without sight of the first. */
export async function askAndGive(cast: Cast, { claimId, step }: Of<"second">): Promise<void> {
  const id = uuidv7();
  done(await askSecond(cast(step.by), { id, claimId, memberId: cast(step.of).actor.memberId }));
  const { ratings, basisDigest } = done(await claimPage(cast(step.of), claimId));
  const ratingId = ratings.find((rating) => rating.label === step.rating)?.id ?? "";
  const { rationale, asOf } = step;
  done(await giveSecond(cast(step.of), { id, ratingId, sentence: "", rationale, asOf, basisDigest }));
}

/** Begins a discussion of the claim that names a colleague, who answers; resolves it where the script says how. */
export async function discuss(cast: Cast, { claimId, step }: Of<"discuss">): Promise<void> {
  const threadId = uuidv7();
  const named = cast(step.with).actor.memberId;
  const anchored = { anchor: "claim", anchorId: claimId } as const;
  const first = { id: threadId, messageId: threadId, claimId, ...anchored, text: step.text, mentions: [named] };
  done(await beginThread(cast(step.by), first));
  done(await replyInThread(cast(step.with), { id: uuidv7(), threadId, text: step.answer, mentions: [] }));
  if (step.resolved === undefined) return;
  done(await resolveThread(cast(step.by), { id: threadId, rowVersion: 1, reason: step.resolved }));
}

/** Says that the claim is the same as another one, and takes over its verdict. */
export async function takeOver(
  cast: Cast,
  { claimId, step, otherId }: Of<"share"> & { readonly otherId: string },
): Promise<void> {
  done(await relateClaims(cast(step.by), { id: uuidv7(), claimId, otherId }));
  const { rowVersion } = done(await claimPage(cast(step.by), claimId));
  done(await shareVerdict(cast(step.by), { id: uuidv7(), claimId, rowVersion }));
}
