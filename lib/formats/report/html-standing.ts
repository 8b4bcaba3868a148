import type { Element } from "hast";
import { h } from "hastscript";
import type { ReportClaim, ReportStanding } from "#lib/domain/report.ts";
import { verdictWords } from "#lib/domain/scale.ts";
import { stateMark, verdictMark } from "#lib/formats/report/html-icons.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { stateIn } from "#lib/formats/report/voice-claim.ts";

/** What colours and underlines a claim: its rating when it is signed off, else how far the work is. */
export function standingColour(standing: ReportStanding) {
  switch (standing.kind) {
    case "signed-off":
      return { dataV: standing.verdict.token };
    case "unsettled":
      return { dataState: standing.state };
    case "stale":
    case "withdrawn":
      return { dataState: standing.kind };
  }
}

/** The verdict's disc and word when it is signed off, else the state's line and word. For a margin note. */
export function standingMark(claim: ReportClaim, standing: ReportStanding, voice: Voice): Element {
  if (standing.kind === "signed-off") return verdictMark(standing.verdict.token, verdictWords(standing.verdict));
  return stateMark(claim.state, stateIn(standing.kind === "stale" ? "stale" : claim.state, voice));
}

const shortWords = {
  open: "Open",
  progress: "In progress",
  proposed: "Proposed",
  returned: "Returned",
  approved: "Not signed off",
  published: "Not signed off",
  stale: "Stale",
  withdrawn: "Withdrawn",
} as const;

/** The head of an entry: the verdict large when it is signed off, else why it is not; an old rating is struck out. */
export function standingHead(claim: ReportClaim, standing: ReportStanding): Element {
  if (standing.kind === "signed-off") {
    return h("p", { className: "bigv", dataV: standing.verdict.token }, [
      verdictMark(standing.verdict.token, verdictWords(standing.verdict)),
    ]);
  }
  const earlier = claim.verdict === null ? null : verdictWords(claim.verdict);
  const words = {
    stale: "Stale, not signed off",
    withdrawn: "Withdrawn",
    unsettled: `${shortWords[claim.state]}, not signed off`,
  }[standing.kind];
  return h("p", { className: "bigs" }, [
    stateMark(claim.state, claim.state === "approved" || claim.state === "published" ? "Not signed off" : words),
    earlier === null ? null : earlierRating(earlier, standing),
  ]);
}

function earlierRating(label: string, standing: ReportStanding): Element {
  if (standing.kind === "unsettled") {
    return h("span", { className: "old" }, ["Rating proposed: ", h("bdi", {}, label)]);
  }
  return h("span", { className: "old" }, ["Rating no longer held: ", h("s", {}, [h("bdi", {}, label)])]);
}
