import fc from "fast-check";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import type { ClaimView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { confirmPlaces } from "#lib/server/use-cases/confirm-places.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { removeEvidence } from "#lib/server/use-cases/remove-evidence.ts";
import { restoreClaim } from "#lib/server/use-cases/restore-claim.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import { evidenceInput, good, refusal, stageDraft } from "#tests/support/desk.ts";
import { people, type World } from "#tests/support/life/world.ts";

type Done = Outcome<unknown>;
type Turn = { readonly world: World; readonly context: Context; readonly claim: ClaimView; readonly pick: number };

/** Everything that somebody may try, whether they may or not. */
const acts = {
  write: ({ context, claim, pick }: Turn) =>
    editClaim(context, {
      ...claim.fields,
      id: claim.id,
      rowVersion: claim.rowVersion,
      statement: `Statement ${pick}`,
    }),
  link: ({ context, claim, pick }: Turn) => linkEvidence(context, evidenceInput(claim.id, `Passage ${pick}`)),
  unlink: async ({ context, claim, pick }: Turn): Promise<Done> => {
    const evidence = claim.evidence[pick % Math.max(1, claim.evidence.length)];
    return evidence === undefined
      ? nothing
      : await removeEvidence(context, { id: evidence.id, rowVersion: evidence.rowVersion });
  },
  propose: ({ context, claim, pick }: Turn) =>
    proposeVerdict(context, {
      id: uuidv7(),
      claimId: claim.id,
      rowVersion: claim.rowVersion,
      ratingId: claim.ratings[pick % claim.ratings.length]?.id ?? "",
      rationale: `Because of ${pick}.`,
      asOf: "2026-05-09",
      suggestedWording: "",
    }),
  approve: (turn: Turn) => decide(turn, "approve"),
  return: (turn: Turn) => decide(turn, "return"),
  comment: (turn: Turn) => decide(turn, "comment"),
  assign: ({ context, claim, world, pick }: Turn) =>
    assignClaim(context, {
      claimId: claim.id,
      rowVersion: claim.rowVersion,
      assigneeId: world.desk.as(people[pick % people.length] ?? "editor").actor.memberId,
      dueAt: null,
      priority: "normal",
    }),
  version: async ({ context, world, pick }: Turn): Promise<Done> => {
    // A draft belongs to whoever brought it; a viewer can bring none and tries with another's.
    const bringer = context.actor.role === "viewer" ? world.desk.as("admin") : context;
    world.drafts.count += 1;
    const lost = pick % 3 === 0 ? "2.1 million crowns" : "1.9 million crowns";
    const text = `The board bought ${pick % 2 === 0 ? "two" : "three"} boats in 2021. They carried 212 passengers on the first morning.\n\nThe service lost ${lost} last year, the auditors wrote. Draft ${world.drafts.count}.`;
    const { latest } = good(await articlePage(world.desk.as("admin"), world.articleId)).version;
    const id = await stageDraft(bringer, world.articleId, text);
    return await addVersion(context, { id, articleId: world.articleId, latest });
  },
  place: ({ context, claim, world }: Turn) =>
    confirmPlaces(context, {
      articleId: world.articleId,
      versionId: claim.placement.versionId,
      claimIds: [claim.id],
    }),
  withdraw: ({ context, claim }: Turn) =>
    withdrawClaim(context, { claimId: claim.id, rowVersion: claim.rowVersion, reason: "Not worth it." }),
  restore: ({ context, claim }: Turn) => restoreClaim(context, { claimId: claim.id, rowVersion: claim.rowVersion }),
} satisfies Record<string, (turn: Turn) => Promise<Done>>;

const nothing: Done = { ok: false, error: { kind: "not-found" } };

function decide({ context, claim, pick }: Turn, decision: "approve" | "return" | "comment"): Promise<Done> {
  // Now and then on a revision that is not the latest.
  const revision = claim.revisions[pick % 5 === 0 ? claim.revisions.length - 1 : 0];
  if (revision === undefined) return Promise.resolve(nothing);
  const words = { decision, comment: "Said so." };
  return reviewVerdict(context, { id: uuidv7(), claimId: claim.id, revisionId: revision.id, ...words });
}

type Act = keyof typeof acts;
export type Step = { readonly who: (typeof people)[number]; readonly what: Act; readonly pick: number };

const often: readonly Act[] = ["propose", "approve", "approve", "return", "link", "write", "place"];
const isAct = (name: string): name is Act => name in acts;

export const steps: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...people),
  what: fc.constantFrom(...Object.keys(acts).filter(isAct), ...often),
  pick: fc.nat(1000),
});

/** A life in which each kind of step goes well, so that a test of what is allowed does not rest on chance. */
export const goodLife: readonly Step[] = [
  { who: "checker", what: "write", pick: 2 },
  { who: "checker", what: "link", pick: 2 },
  { who: "checker", what: "propose", pick: 2 },
  { who: "editor", what: "return", pick: 2 },
  { who: "checker", what: "propose", pick: 4 },
  { who: "editor", what: "approve", pick: 4 },
  { who: "second-editor", what: "approve", pick: 4 },
  { who: "admin", what: "version", pick: 4 },
  { who: "checker", what: "withdraw", pick: 2 },
  { who: "checker", what: "restore", pick: 2 },
];

/** Takes one step; "ok", or what it was refused with. */
export async function doSomething(world: World, { who, what, pick }: Step): Promise<string> {
  const claimId = world.claimIds[pick % world.claimIds.length] ?? "";
  // What the page showed an administrator: whoever acts may know less, but not more.
  const claim = good(await claimPage(world.desk.as("admin"), claimId));
  return refusal(await acts[what]({ world, context: world.desk.as(who), claim, pick }));
}
