import type { Element } from "hast";
import { h } from "hastscript";
import type { ReportSignOff } from "#lib/domain/report.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { ownLine, paragraphs } from "#lib/formats/report/html-text.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { dayIn, dayOf, filled } from "#lib/formats/report/voice.ts";
import { overrideIn, signOffIn } from "#lib/formats/report/voice-claim.ts";

/** Who proposed, approved and dissented, and which gates were overridden; all of it for the editor, less for others. */
export function signOffs({ claim, standing }: ClaimEntry, { edition, voice }: EditionFacts): Element {
  const { words } = voice;
  const { verdict } = claim;
  const heading = h("h4", { className: "vh" }, words.whoSignedOff);
  if (verdict === null) return h("div", { className: "signs" }, [heading, h("p", {}, words.noVerdict)]);
  const isForEditor = edition.template === "editor";
  const proposed = filled(words.proposedBy, { name: verdict.proposedBy, day: dayOf(verdict.proposedAt, voice) });
  const asOf = { number: verdict.revision, day: dayIn(verdict.asOf, voice) };
  return h("div", { className: "signs" }, [
    heading,
    ownLine(proposed, voice.dir),
    ...shownReviews(verdict.reviews, edition.template).map((review) =>
      h("div", { className: isAgainst(review) ? "dis" : "rev" }, [
        h("p", {}, [
          h("bdi", { dir: voice.dir }, signOffIn(review, voice)),
          review.decision === "approve" && standing.kind === "stale" ? `. ${words.lapsed}` : null,
        ]),
        ...paragraphs(review.comment),
      ]),
    ),
    ...verdict.overrides.map((override) =>
      h("div", { className: "dis" }, [ownLine(overrideIn(override, voice), voice.dir), ...paragraphs(override.reason)]),
    ),
    standing.kind === "signed-off" ? null : h("p", {}, [h("b", {}, words.notSignedOff)]),
    h("p", {}, filled(isForEditor ? words.revision : words.asOf, asOf)),
    isForEditor ? h("p", { className: "data" }, filled(words.basis, { digest: verdict.basisDigest })) : null,
  ]);
}

/** What was said on the way to a decision is for the editor; the votes are for everybody. */
export function shownReviews(
  reviews: readonly ReportSignOff[],
  template: "public" | "editor" | "writer",
): readonly ReportSignOff[] {
  if (template === "editor") return reviews;
  return reviews.filter(({ decision }) => decision === "approve" || decision === "dissent");
}

function isAgainst({ decision }: ReportSignOff): boolean {
  return decision === "return" || decision === "dissent";
}
