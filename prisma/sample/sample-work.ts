import "server-only";
import { uuidv7 } from "uuidv7";
import { claimPage } from "#lib/server/queries/claim-page.ts";
import { assignClaim } from "#lib/server/use-cases/assign-claim.ts";
import { editClaim } from "#lib/server/use-cases/edit-claim.ts";
import { editEvidence } from "#lib/server/use-cases/edit-evidence.ts";
import { linkEvidence } from "#lib/server/use-cases/link-evidence.ts";
import { proposeVerdict } from "#lib/server/use-cases/propose-verdict.ts";
import { reviewVerdict } from "#lib/server/use-cases/review-verdict.ts";
import { withdrawClaim } from "#lib/server/use-cases/withdraw-claim.ts";
import type { Cast } from "#prisma/sample/cast.ts";
import { done } from "#prisma/sample/cast.ts";
import { overrideOrigins } from "#prisma/sample/sample-gates.ts";
import type { SampleLibrary } from "#prisma/sample/sample-library.ts";
import { askAndHear } from "#prisma/sample/sample-replies.ts";
import { askAndGive, discuss, takeOver } from "#prisma/sample/sample-review.ts";
import type { SampleClaim, SampleEvidence, SampleStep } from "#prisma/sample/shape.ts";
import { sampleSources } from "#prisma/sample/sources.ts";

type Work = {
  readonly cast: Cast;
  readonly claimId: string;
  readonly claim: SampleClaim;
  readonly library: SampleLibrary;
  /** The claim on these words of the article. */
  readonly claimOn: (quote: string) => string;
  /** The moment at which the sample is loaded. */
  readonly today: Date;
};

/** Does to a marked claim what the script says: statement, evidence, then its steps in order. */
export async function workOnClaim(work: Work): Promise<void> {
  const { cast, claimId, claim, library } = work;
  const { statement, claimant, saidOn, saidIn, markedBy } = claim;
  if (statement !== "") {
    const { rowVersion } = done(await claimPage(cast(markedBy), claimId));
    done(await editClaim(cast(markedBy), { id: claimId, rowVersion, statement, claimant, saidOn, saidIn }));
  }
  const linked: string[] = [];
  for (const item of claim.evidence) {
    const id = uuidv7();
    const sameOriginAs = item.sameOriginAs === undefined ? null : (linked[item.sameOriginAs] ?? null);
    const cited = await citation(item, { cast, library });
    done(await linkEvidence(cast(item.linkedBy), { ...cited, id, claimId, sameOriginAs }));
    linked.push(id);
  }
  for (const step of claim.steps) await takeStep(work, step);
}

/** The source is made when it is first cited, and so is its copy when a passage is first bound to it. */
async function citation(item: SampleEvidence, { cast, library }: Pick<Work, "cast" | "library">) {
  const { kind: sourceKind, title, publication, author, publishedOn, address } = sampleSources[item.source];
  const { stance, kind, passage, locator, note, calculation = "", publicAs = "", linkedBy } = item;
  const sourceId = await library.sourceOf(cast(linkedBy), item.source);
  const captureId = item.isKept === true ? await library.copyOf(cast(linkedBy), item.source) : null;
  return {
    ...{ sourceId, sourceKind, title, publication, author, publishedOn, address, captureId },
    ...{ stance, kind, passage, locator, note, calculation, publicAs, confidential: publicAs !== "" },
    accessedOn: "2026-05-06",
  };
}

async function takeStep({ cast, claimId, library, claimOn, today }: Work, step: SampleStep): Promise<void> {
  const context = cast(step.by);
  const view = done(await claimPage(context, claimId));
  const { rowVersion, revisions } = view;
  switch (step.do) {
    case "take":
      done(
        await assignClaim(context, {
          claimId,
          rowVersion,
          assigneeId: context.actor.memberId,
          dueAt: null,
          priority: "normal",
        }),
      );
      return;
    case "assign": {
      const due = new Date(today);
      due.setUTCDate(due.getUTCDate() + step.dueInDays);
      due.setUTCHours(18, 0, 0, 0);
      const assigneeId = cast(step.to).actor.memberId;
      done(await assignClaim(context, { claimId, rowVersion, assigneeId, dueAt: due, priority: step.priority }));
      return;
    }
    case "propose": {
      const { rationale, asOf, suggestedWording = "" } = step;
      const ratingId = view.ratings.find((rating) => rating.label === step.rating)?.id ?? "";
      done(
        await proposeVerdict(context, {
          id: uuidv7(),
          claimId,
          rowVersion,
          ratingId,
          rationale,
          asOf,
          suggestedWording,
        }),
      );
      return;
    }
    case "return":
    case "approve": {
      const { do: decision, by: _, comment = "", ...suggested } = step;
      const revisionId = revisions[0]?.id ?? "";
      done(await reviewVerdict(context, { id: uuidv7(), claimId, revisionId, decision, comment, ...suggested }));
      return;
    }
    case "edit-evidence": {
      const item = view.evidence[step.evidence];
      if (item === undefined) throw new Error(`The sample claim has no evidence ${step.evidence}.`);
      const { id, source, stance, kind, locator, note, accessedOn, rowVersion: itemVersion } = item;
      const { title, publication, author, publishedOn, address } = source;
      const cited = { sourceId: source.id, sourceKind: source.kind, title, publication, author, publishedOn, address };
      const fields = { stance, kind, passage: step.passage, locator, note, accessedOn, sameOriginAs: null };
      done(await editEvidence(context, { id, claimId, rowVersion: itemVersion, ...cited, ...fields }));
      return;
    }
    case "keep":
      await library.copyOf(context, step.source);
      return;
    case "ask":
      await askAndHear(cast, { claimId, step, today });
      return;
    case "override":
      await overrideOrigins(cast, { claimId, revisionId: revisions[0]?.id ?? null, step });
      return;
    case "second":
      await askAndGive(cast, { claimId, step });
      return;
    case "discuss":
      await discuss(cast, { claimId, step });
      return;
    case "share":
      await takeOver(cast, { claimId, step, otherId: claimOn(step.quote) });
      return;
    case "edit-statement":
      done(await editClaim(context, { id: claimId, rowVersion, ...view.fields, statement: step.statement }));
      return;
    case "withdraw":
      done(await withdrawClaim(context, { claimId, rowVersion, reason: step.reason }));
      return;
  }
}
