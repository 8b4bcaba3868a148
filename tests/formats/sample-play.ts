import type { ClaimState, StaleReason } from "#lib/domain/claim.ts";
import { hasStandingVerdict, stateAfterWork } from "#lib/domain/claim.ts";
import type { ReportSignOff } from "#lib/domain/report.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { composeText } from "#lib/domain/text.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";
import { sampleArticles } from "#prisma/sample/content.ts";
import type { PersonKey } from "#prisma/sample/people.ts";
import { samplePeople } from "#prisma/sample/people.ts";
import type { SampleArticle, SampleClaim, SampleStep } from "#prisma/sample/shape.ts";

/** The text that the importer makes of each sample article. */
const composed = new Map<SampleArticle, ComposedText>();
for (const article of sampleArticles) {
  const bytes = new TextEncoder().encode(article.markdown);
  const read = await readDocument({ bytes, fileName: "sample.md", contentType: "text/markdown" });
  if (!read.ok) throw new Error(read.error.kind);
  composed.set(article, composeText(read.value.blocks));
}

export function composedSample(article: SampleArticle): ComposedText {
  return composed.get(article) ?? composeText([]);
}

export type Played = {
  state: ClaimState;
  staleReason: StaleReason | null;
  statement: string;
  readonly states: ClaimState[];
  readonly passages: string[];
  readonly contributors: Set<PersonKey>;
  /** Reviews by somebody who had contributed by then. */
  readonly selfReviews: PersonKey[];
  proposal: (SampleStep & { readonly do: "propose" }) | null;
  revision: number;
  reviews: ReportSignOff[];
};

/** What the scripted steps make of a claim, by the rules of the domain. */
export function playOut(claim: SampleClaim): Played {
  const isWorkedOn = claim.statement !== "" || claim.evidence.length > 0;
  const played: Played = {
    state: isWorkedOn ? "progress" : "open",
    staleReason: null,
    statement: claim.statement,
    states: [],
    passages: claim.evidence.map((item) => item.passage),
    contributors: new Set([claim.markedBy, ...claim.evidence.map((item) => item.linkedBy)]),
    selfReviews: [],
    proposal: null,
    revision: 0,
    reviews: [],
  };
  played.states.push(played.state);
  for (const step of claim.steps) {
    playStep(played, step);
    played.states.push(played.state);
  }
  return played;
}

function playStep(played: Played, step: SampleStep): void {
  switch (step.do) {
    case "take":
    case "assign":
      played.state = stateAfterWork(played.state);
      return;
    case "propose":
      played.contributors.add(step.by);
      played.proposal = step;
      played.revision += 1;
      played.reviews = [];
      played.state = "proposed";
      return;
    case "approve":
    case "return":
      if (played.state !== "proposed") throw new Error("Reviewed when nothing was proposed");
      if (played.contributors.has(step.by)) played.selfReviews.push(step.by);
      played.reviews.push({
        name: samplePeople[step.by].name,
        decision: step.do,
        at: "2026-05-09T10:00:00.000Z",
        comment: step.comment ?? "",
      });
      played.state = step.do === "approve" ? "approved" : "returned";
      return;
    case "edit-evidence":
      if (played.passages[step.evidence] === undefined) throw new Error("Edits evidence that is not there");
      played.contributors.add(step.by);
      played.passages[step.evidence] = step.passage;
      stale(played, "evidence");
      return;
    case "edit-statement":
      played.contributors.add(step.by);
      played.statement = step.statement;
      stale(played, "statement");
      return;
    case "withdraw":
      played.state = "withdrawn";
      return;
    // What these do changes neither the claim's state nor what its verdict rests on.
    case "keep":
    case "ask":
    case "override":
    case "second":
    case "discuss":
      return;
    // Proposes what another claim's verdict says.
    case "share":
      played.contributors.add(step.by);
      played.state = "proposed";
      return;
  }
}

function stale(played: Played, reason: StaleReason): void {
  if (!hasStandingVerdict(played.state)) return;
  played.state = "stale";
  played.staleReason = reason;
}
