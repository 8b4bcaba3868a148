import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { InlineMark } from "#lib/domain/block.ts";
import { fragmentsOf, lanesOf } from "#lib/domain/fragments.ts";
import type { Report } from "#lib/domain/report.ts";
import type { Span } from "#lib/domain/span.ts";
import { spansOf } from "#lib/formats/report/article-pieces.ts";
import { standingColour } from "#lib/formats/report/html-standing.ts";
import { outsideLink } from "#lib/formats/report/html-text.ts";
import type { Manner } from "#lib/formats/report/manner.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { filled } from "#lib/formats/report/voice.ts";
import { standingIn } from "#lib/formats/report/voice-claim.ts";

/** Elements with this attribute stand in the article but are not its words. */
export const apart = { dataApart: "" } as const;

/** Writes stretches of the article with their claims marked, in the order of the text. */
export type Annotator = {
  readonly write: (range: Span, marks: readonly InlineMark[]) => ElementContent[];
  /** The claims whose first word was written since the last call. */
  readonly takeBegun: () => ClaimEntry[];
};

/** An annotator for the claims of a report that are not withdrawn and whose words are in the text. */
export function annotatorOf(report: Report, entries: readonly ClaimEntry[], manner: Manner): Annotator {
  const { text } = report.article;
  const { words, language } = manner.voice;
  const spans = spansOf(
    text,
    entries.map((entry) => entry.claim),
  );
  const byId = new Map(entries.map((entry) => [String(entry.claim.number), entry]));
  const ends = new Map(spans.map((span) => [span.id, span.end]));
  const lanes = lanesOf(spans);
  const seen = new Set<string>();
  let begun: ClaimEntry[] = [];

  const wrap = (ids: readonly string[], end: number, inner: readonly ElementContent[]): ElementContent[] => {
    const [id, ...deeper] = ids;
    const entry = id === undefined ? undefined : byId.get(id);
    if (id === undefined || entry === undefined) return [...inner];
    const children: ElementContent[] = [];
    if (!seen.has(id)) {
      seen.add(id);
      begun.push(entry);
      children.push(numberLink(entry, manner));
    }
    children.push(...wrap(deeper, end, inner));
    if (ends.get(id) === end) {
      const ended = ` ${filled(words.claimEnds, { number: id })} `;
      children.push(h("span", { className: "vh", lang: language, ...apart }, ended));
    }
    return [
      h("mark", { className: ["claim", `lane-${lanes.get(id) ?? 0}`], ...standingColour(entry.standing) }, children),
    ];
  };

  return {
    write: (range, marks) =>
      fragmentsOf(range, spans).flatMap((fragment) =>
        wrap(fragment.ids, fragment.end, inlineContent(text, fragment, marks)),
      ),
    takeBegun: () => {
      const taken = begun;
      begun = [];
      return taken;
    },
  };
}

function numberLink({ claim, standing }: ClaimEntry, { voice, anchorOf }: Manner): Element {
  const name = `${voice.words.claim} ${claim.number}${voice.words.comma}${standingIn(standing, voice)}`;
  const id = `c${claim.number}`;
  return h(
    "a",
    { className: "n", id, href: `#${anchorOf(claim)}`, ariaLabel: name, ...standingColour(standing), ...apart },
    String(claim.number),
  );
}

function inlineContent(text: string, range: Span, marks: readonly InlineMark[]): ElementContent[] {
  const spans = marks.map((mark, index) => ({ id: String(index), start: mark.start, end: mark.end }));
  return fragmentsOf(range, spans).map((fragment) => {
    const own = fragment.ids.flatMap((id) => marks[Number(id)] ?? []);
    const link = own.find((mark) => mark.type === "link");
    const inner: ElementContent = { type: "text", value: text.slice(fragment.start, fragment.end) };
    return own.filter((mark) => mark.type !== "link" || mark === link).reduceRight(wrapInline, inner);
  });
}

const inlineTags = { emphasis: "em", strong: "strong", subscript: "sub", superscript: "sup" } as const;

function wrapInline(inner: ElementContent, mark: InlineMark): ElementContent {
  return mark.type === "link" ? outsideLink(mark.href, [inner]) : h(inlineTags[mark.type], {}, [inner]);
}
