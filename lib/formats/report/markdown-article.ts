import type { PhrasingContent, RootContent, TableRow } from "mdast";
import type { Block, InlineMark } from "#lib/domain/block.ts";
import type { Fragment, MarkedSpan } from "#lib/domain/fragments.ts";
import { fragmentsOf } from "#lib/domain/fragments.ts";
import type { Report, ReportClaim } from "#lib/domain/report.ts";
import type { Span } from "#lib/domain/span.ts";
import { cellsOf, groupsOf, spansOf } from "#lib/formats/report/article-pieces.ts";
import { outsideLink } from "#lib/formats/report/markdown-text.ts";

/**
 * The article with the words of claims set bold, and after each claim's last word its number as a link. Of a claim that
 * shares words with another the number stands before its first word too: "[1: all [2: some :2] of it :1]".
 */
export function annotatedArticle(
  report: Report,
  claims: readonly ReportClaim[],
  anchorOf: AnchorOf = (number) => `claim-${number}`,
): RootContent[] {
  const { text, blocks } = report.article;
  const spans = spansOf(text, claims);
  const shared = sharedOf(spans);
  const starting = Map.groupBy(shared, ({ start }) => start);
  const ending = Map.groupBy(spans, ({ end }) => end);
  const page = { text, spans, shared: new Set(shared.map(({ id }) => id)), starting, ending, anchorOf };
  return groupsOf(blocks).flatMap((group) => groupNode(page, group));
}

/** The slug of the heading of a claim, by its number. */
type AnchorOf = (number: string) => string;

type Page = {
  readonly text: string;
  readonly spans: readonly MarkedSpan[];
  /** The ids of the spans that share words with another. */
  readonly shared: ReadonlySet<string>;
  /** Those by where they begin. */
  readonly starting: ReadonlyMap<number, readonly MarkedSpan[]>;
  /** All spans by where they end. */
  readonly ending: ReadonlyMap<number, readonly MarkedSpan[]>;
  readonly anchorOf: AnchorOf;
};

/** The spans that share words with another. */
function sharedOf(spans: readonly MarkedSpan[]): MarkedSpan[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  let reached = 0;
  return sorted.filter(({ start, end }, index) => {
    const begunBefore = start < reached;
    reached = Math.max(reached, end);
    return begunBefore || (sorted[index + 1]?.start ?? end) < end;
  });
}

function groupNode(page: Page, group: readonly Block[]): RootContent[] {
  const [first] = group;
  if (first === undefined) return [];
  switch (first.type) {
    case "heading":
      return [{ type: "heading", depth: depthOf(first), children: annotated(page, first, first.marks) }];
    case "quotation":
      return [{ type: "blockquote", children: [wholeParagraph(page, first)] }];
    case "code":
      return codeNodes(page, first);
    case "list-item":
      return [
        {
          type: "list",
          ordered: false,
          spread: false,
          children: group.map((block) => ({
            type: "listItem",
            spread: false,
            children: [wholeParagraph(page, block)],
          })),
        },
      ];
    case "table-row":
      return [{ type: "table", children: tableRows(page, group) }];
    case "paragraph":
    case "caption":
    case "footnote":
      return [wholeParagraph(page, first)];
  }
}

/** A Markdown table is as wide as its first row: that row gets empty cells where a later one has more. */
function tableRows(page: Page, group: readonly Block[]): TableRow[] {
  const rows = group.map((block) =>
    cellsOf(page.text, block).map((cell) => ({
      type: "tableCell" as const,
      children: annotated(page, cell, block.marks),
    })),
  );
  const width = Math.max(...rows.map((cells) => cells.length));
  const [first] = rows;
  while (first !== undefined && first.length < width) first.push({ type: "tableCell", children: [] });
  return rows.map((children) => ({ type: "tableRow", children }));
}

function wholeParagraph(page: Page, block: Block) {
  return { type: "paragraph" as const, children: annotated(page, block, block.marks) };
}

function depthOf(block: Block): 3 | 4 | 5 | 6 {
  const level = block.level ?? 2;
  return level <= 2 ? 3 : level === 3 ? 4 : level === 4 ? 5 : 6;
}

function annotated(page: Page, range: Span, marks: readonly InlineMark[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  let bold: PhrasingContent[] = [];
  const close = () => {
    if (bold.length > 0) result.push({ type: "strong", children: bold });
    bold = [];
  };
  for (const fragment of fragmentsOf(range, page.spans)) {
    const isClaimed = fragment.ids.length > 0;
    if (!isClaimed) close();
    bold.push(...beginningsOf(page, page.starting.get(fragment.start)));
    (isClaimed ? bold : result).push(...inline(page, fragment, isClaimed ? marks.filter(isNotStrong) : marks));
    bold.push(...endsOf(page, page.ending.get(fragment.end)));
  }
  close();
  return result;
}

/** A claim's words are bold already, and bold within bold is written in no two Markdowns alike. */
function isNotStrong(mark: InlineMark): boolean {
  return mark.type !== "strong";
}

/** The numbers before words; of two claims that begin together the longer one is first. */
function beginningsOf(page: Page, begun: readonly MarkedSpan[] = []): PhrasingContent[] {
  const opened = begun.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return opened.map(({ id }) => numberLink(page, id, `[${id}: `));
}

/** The numbers after words; of two claims that end together the one that began last is first. */
function endsOf(page: Page, ended: readonly MarkedSpan[] = []): PhrasingContent[] {
  const closed = ended.toReversed().sort((a, b) => a.end - b.end || b.start - a.start);
  return closed.map(({ id }) => numberLink(page, id, page.shared.has(id) ? ` :${id}]` : `[${id}]`));
}

function numberLink({ anchorOf }: Page, id: string, value: string): PhrasingContent {
  return { type: "link", url: `#${anchorOf(id)}`, children: [{ type: "text", value }] };
}

/** Code holds no links: the numbers of its claims stand before and after it. */
function codeNodes(page: Page, { start, end }: Block): RootContent[] {
  const line = (children: PhrasingContent[]): RootContent[] =>
    children.length === 0 ? [] : [{ type: "paragraph", children }];
  const begun = page.spans.filter((span) => page.shared.has(span.id) && span.start >= start && span.start < end);
  const ended = page.spans.filter((span) => span.end > start && span.end <= end);
  return [
    ...line(beginningsOf(page, begun)),
    { type: "code", value: page.text.slice(start, end) },
    ...line(endsOf(page, ended)),
  ];
}

function inline(page: Page, range: Fragment, marks: readonly InlineMark[]): PhrasingContent[] {
  const spans = marks.map((mark, index) => ({ id: String(index), start: mark.start, end: mark.end }));
  return fragmentsOf(range, spans).flatMap((fragment) => {
    const own = fragment.ids.flatMap((id) => marks[Number(id)] ?? []);
    const link = own.find((mark) => mark.type === "link");
    const words: PhrasingContent[] = [{ type: "text", value: page.text.slice(fragment.start, fragment.end) }];
    return own.filter((mark) => mark.type !== "link" || mark === link).reduceRight(wrapInline, words);
  });
}

function wrapInline(children: PhrasingContent[], mark: InlineMark): PhrasingContent[] {
  switch (mark.type) {
    case "link":
      return outsideLink(mark.href, children);
    case "emphasis":
    case "strong":
      return [{ type: mark.type, children }];
    case "subscript":
    case "superscript":
      return children;
  }
}
