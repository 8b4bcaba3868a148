import type { BlockContent, ListItem, PhrasingContent } from "mdast";
import { evidenceKindWords, sourceKindWords, stanceWords } from "#lib/domain/evidence.ts";
import type { NamedEvidence, ReportEvidence } from "#lib/domain/report.ts";
import { outsideLink, paragraph, paragraphsOf, quotationOf, strong, text } from "#lib/formats/report/markdown-text.ts";
import { dayWords, sourceWords, stepWords } from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** One piece of evidence as a report prints it. */
export function evidenceItem(item: ReportEvidence): ListItem {
  const cited = item.confidential ? [text(`${item.describedAs}. Confidential source.`)] : citation(item);
  return {
    type: "listItem",
    spread: true,
    children: [
      paragraph(
        strong(text(stanceWords[item.stance])),
        text(`, ${evidenceKindWords[item.kind].toLowerCase()}: `),
        ...cited,
      ),
      ...(item.confidential ? [] : named(item)),
    ],
  };
}

function named(item: NamedEvidence): BlockContent[] {
  const kept = [
    item.accessedOn === "" ? "" : `Accessed ${dayWords(item.accessedOn)}.`,
    item.captureDigest === null ? "" : `Copy kept, sha256 ${item.captureDigest}.`,
  ].filter((part) => part !== "");
  return [
    ...quotationOf(item.passage),
    ...calculation(item),
    ...paragraphsOf(item.note),
    ...(kept.length === 0 ? [] : [paragraph(text(kept.join(" ")))]),
  ];
}

function calculation(item: NamedEvidence): BlockContent[] {
  if (item.calculation.length === 0) return [];
  const steps = item.calculation.map((step): ListItem => {
    return { type: "listItem", spread: false, children: [paragraph(text(stepWords(step)))] };
  });
  return [paragraph(text("Calculation, recomputed:")), { type: "list", ordered: true, spread: false, children: steps }];
}

function citation({ source, locator }: NamedEvidence): PhrasingContent[] {
  const title: PhrasingContent = {
    type: "emphasis",
    children: [text(source.title.trim() === "" ? "Untitled source" : source.title.trim())],
  };
  const isUnlinkable = source.address !== "" && safeLink(source.address) === null;
  const about = [sourceWords(source), locator].filter((part) => part !== "").join(", ");
  const rest = [about, sourceKindWords[source.kind], isUnlinkable ? source.address : ""];
  return [...outsideLink(source.address, [title]), text(`. ${rest.filter((part) => part !== "").join(". ")}.`)];
}
