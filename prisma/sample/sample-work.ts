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
import type { SampleClaim, SampleEvidence, SampleStep } from "#prisma/sample/shape.ts";
import { sampleSources } from "#prisma/sample/sources.ts";

type Work = {
  readonly cast: Cast;
  readonly claimId: string;
  readonly claim: SampleClaim;
  /** Ids of the sources that were cited before, by key. */
  readonly sources: Map<string, string>;
};

/** Does to a marked claim what the script says: statement, evidence, then its steps in order. */
export async function workOnClaim({ cast, claimId, claim, sources }: Work): Promise<void> {
  const { statement, claimant, saidOn, saidIn, markedBy } = claim;
  if (statement !== "") {
    const { rowVersion } = done(await claimPage(cast(markedBy), claimId));
    done(await editClaim(cast(markedBy), { id: claimId, rowVersion, statement, claimant, saidOn, saidIn }));
  }
  const linked: string[] = [];
  for (const item of claim.evidence) {
    const id = uuidv7();
    const sameOriginAs = item.sameOriginAs === undefined ? null : (linked[item.sameOriginAs] ?? null);
    done(await linkEvidence(cast(item.linkedBy), { ...citation(item, sources), id, claimId, sameOriginAs }));
    if (!sources.has(item.source)) {
      const view = done(await claimPage(cast(item.linkedBy), claimId));
      sources.set(item.source, view.evidence.find((evidence) => evidence.id === id)?.source.id ?? "");
    }
    linked.push(id);
  }
  for (const step of claim.steps) await takeStep(cast, claimId, step);
}

function citation(item: SampleEvidence, sources: ReadonlyMap<string, string>) {
  const { kind: sourceKind, title, publication, author, publishedOn, address } = sampleSources[item.source];
  const { stance, kind, passage, locator, note } = item;
  const described = { sourceKind, title, publication, author, publishedOn, address };
  return {
    ...described,
    sourceId: sources.get(item.source) ?? null,
    stance,
    kind,
    passage,
    locator,
    note,
    accessedOn: "2026-05-06",
  };
}

async function takeStep(cast: Cast, claimId: string, step: SampleStep): Promise<void> {
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
      const due = new Date();
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
      const { do: decision, comment = "" } = step;
      const revisionId = revisions[0]?.id ?? "";
      done(await reviewVerdict(context, { id: uuidv7(), claimId, revisionId, decision, comment }));
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
    case "edit-statement":
      done(await editClaim(context, { id: claimId, rowVersion, ...view.fields, statement: step.statement }));
      return;
    case "withdraw":
      done(await withdrawClaim(context, { claimId, rowVersion, reason: step.reason }));
      return;
  }
}
