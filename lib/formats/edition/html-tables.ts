import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { ReportVerdict } from "#lib/domain/report.ts";
import { claimAnchor } from "#lib/formats/edition/html-claim.ts";
import { tongueOf } from "#lib/formats/edition/html-tongue.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { standingMark } from "#lib/formats/report/html-standing.ts";
import { isolated, paragraphs } from "#lib/formats/report/html-text.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { overrideIn, signOffIn, wordingIn } from "#lib/formats/report/voice-claim.ts";

type Table = { readonly id: string; readonly heads: readonly string[]; readonly rows: readonly Element[] };

/** A table that scrolls by itself where it is wider than the page; a heading with the id names it. */
export function scrollingTable({ id, heads, rows }: Table): Element {
  return h("div", { className: "wide", role: "group", ariaLabelledBy: id, tabIndex: 0 }, [
    h("table", { className: "list", ariaLabelledBy: id }, [
      h("thead", {}, [
        h(
          "tr",
          {},
          heads.map((head) => h("th", { scope: "col" }, head)),
        ),
      ]),
      h("tbody", {}, [...rows]),
    ]),
  ]);
}

/** For the writer: what is wrong, which words are suggested, why, and what became of it. */
export function changeList(facts: EditionFacts): Element {
  const { words } = facts.voice;
  const id = "change-list";
  const rows = facts.wordings.map((entry) =>
    h("tr", {}, [
      numberCell(entry),
      h("td", tongueOf(entry.claim.quote, facts), paragraphs(entry.claim.quote)),
      h("td", tongueOf(entry.verdict.suggestedWording, facts), paragraphs(entry.verdict.suggestedWording)),
      h("td", {}, [standingMark(entry.claim, entry.standing, facts.voice), ...paragraphs(entry.verdict.rationale)]),
      h("td", {}, [
        h("p", {}, wordingIn(entry.verdict.wording, facts.voice)),
        ...paragraphs(entry.verdict.wording?.note ?? ""),
      ]),
    ]),
  );
  const heads = [words.claim, words.asWritten, words.suggestedWording, words.reason, words.answer];
  return h("section", { ariaLabelledBy: id }, [
    h("h2", { id }, words.changeList),
    rows.length === 0 ? h("p", { className: "soft" }, words.noChanges) : scrollingTable({ id, heads, rows }),
  ]);
}

/** For the editor: every vote and every override at a glance. */
export function overview(facts: EditionFacts): Element | null {
  const { live, voice } = facts;
  const { words } = voice;
  if (live.length === 0) return null;
  const id = "overview";
  const rows = live.map((entry) =>
    h("tr", {}, [
      numberCell(entry),
      h("td", {}, [standingMark(entry.claim, entry.standing, voice)]),
      h("td", {}, linesOrNone(votesOf(entry.claim.verdict, facts), words.none)),
      h("td", {}, linesOrNone(overridesOf(entry.claim.verdict, facts), words.none)),
    ]),
  );
  const heads = [words.claim, words.verdict, words.votes, words.overrides];
  return h("section", { ariaLabelledBy: id }, [h("h2", { id }, words.overview), scrollingTable({ id, heads, rows })]);
}

function numberCell({ claim }: ClaimEntry): Element {
  const link = h("a", { className: "link", href: `#${claimAnchor(claim)}` }, String(claim.number));
  return h("th", { scope: "row" }, [link]);
}

/** Votes in a line each: those for and against, without what was only said. */
export function votesOf(verdict: ReportVerdict | null, { voice }: EditionFacts): string[] {
  const votes = verdict?.reviews.filter(({ decision }) => decision !== "comment") ?? [];
  return votes.map((review) => signOffIn(review, voice));
}

/** Overridden gates in a line each, with the reason. */
export function overridesOf(verdict: ReportVerdict | null, { voice }: EditionFacts): string[] {
  return verdict?.overrides.map((override) => `${overrideIn(override, voice)}. ${override.reason}`) ?? [];
}

function linesOrNone(lines: readonly string[], none: string): ElementContent[] {
  return lines.length === 0 ? [{ type: "text", value: none }] : lines.map((line) => h("p", {}, [isolated(line)]));
}
