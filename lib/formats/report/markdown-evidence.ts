import type { BlockContent, ListItem, PhrasingContent } from "mdast";
import type { NamedEvidence, ReportEvidence } from "#lib/domain/report.ts";
import { outsideLink, paragraph, paragraphsOf, quotationOf, strong, text } from "#lib/formats/report/markdown-text.ts";
import { stepWords } from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { dayIn, filled, joinedParts } from "#lib/formats/report/voice.ts";
import { sourceIn } from "#lib/formats/report/voice-claim.ts";

/** One piece of evidence as a report prints it. */
export function evidenceItem(item: ReportEvidence, voice: Voice): ListItem {
  const { words } = voice;
  const cited = item.confidential ? [text(`${item.describedAs}. ${words.confidential}.`)] : citation(item, voice);
  return {
    type: "listItem",
    spread: true,
    children: [
      paragraph(strong(text(words[item.stance])), text(`${words.comma}${words[item.kind]}: `), ...cited),
      ...(item.confidential ? [] : named(item, voice)),
    ],
  };
}

function named(item: NamedEvidence, voice: Voice): BlockContent[] {
  const { words } = voice;
  const kept = [
    item.accessedOn === "" ? "" : `${filled(words.accessed, { day: dayIn(item.accessedOn, voice) })}.`,
    item.capture === null ? "" : `${filled(words.copyKept, { digest: item.capture.digest })}.`,
  ].filter((part) => part !== "");
  return [
    ...quotationOf(item.passage),
    ...calculation(item, voice),
    ...paragraphsOf(item.note),
    ...(kept.length === 0 ? [] : [paragraph(text(kept.join(" ")))]),
  ];
}

function calculation(item: NamedEvidence, { words }: Voice): BlockContent[] {
  if (item.calculation.length === 0) return [];
  const steps = item.calculation.map((step): ListItem => {
    return { type: "listItem", spread: false, children: [paragraph(text(stepWords(step)))] };
  });
  return [paragraph(text(`${words.calculation}:`)), { type: "list", ordered: true, spread: false, children: steps }];
}

function citation({ source, locator }: NamedEvidence, voice: Voice): PhrasingContent[] {
  const { words } = voice;
  const title: PhrasingContent = {
    type: "emphasis",
    children: [text(source.title.trim() === "" ? words.untitledSource : source.title.trim())],
  };
  const isUnlinkable = source.address !== "" && safeLink(source.address) === null;
  const about = joinedParts([sourceIn(source, voice), locator], voice);
  const rest = [about, words[source.kind], isUnlinkable ? source.address : ""];
  return [...outsideLink(source.address, [title]), text(`. ${rest.filter((part) => part !== "").join(". ")}.`)];
}
