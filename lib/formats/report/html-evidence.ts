import type { Element } from "hast";
import { h } from "hastscript";
import { directionOf } from "#lib/domain/direction.ts";
import type { ConfidentialEvidence, NamedEvidence, ReportEvidence } from "#lib/domain/report.ts";
import { languageTag } from "#lib/formats/report/html-article.ts";
import { stanceMark } from "#lib/formats/report/html-icons.ts";
import { filledLine, isolated, outsideLink, paragraphs } from "#lib/formats/report/html-text.ts";
import { stepWords } from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import type { Voice } from "#lib/formats/report/voice.ts";
import { dayIn, joinedParts } from "#lib/formats/report/voice.ts";
import { sourceIn } from "#lib/formats/report/voice-claim.ts";

/** One piece of evidence as a report prints it. */
export function evidenceItem(item: ReportEvidence, voice: Voice): Element {
  const { words } = voice;
  return h("li", { dataSc: item.stance }, [
    h("p", { className: "how" }, [
      stanceMark(item.stance, words[item.stance]),
      h("span", { className: "kind" }, words[item.kind]),
    ]),
    item.confidential ? described(item, voice) : named(item, voice),
  ]);
}

function described({ describedAs }: ConfidentialEvidence, { words }: Voice): Element {
  return h("div", {}, [
    h("p", { className: "cit" }, [isolated(describedAs), ". ", h("span", { className: "kind" }, words.confidential)]),
  ]);
}

function named(item: NamedEvidence, voice: Voice): Element {
  const { language } = item.source.csl;
  const tag = typeof language === "string" ? languageTag(language) : null;
  const tongue = { dir: directionOf(item.passage), ...(tag === null ? {} : { lang: tag }) };
  return h("div", {}, [
    citation(item, voice),
    item.passage === "" ? null : h("blockquote", tongue, paragraphs(item.passage)),
    calculation(item, voice),
    item.note === "" ? null : h("div", { className: "note-on" }, paragraphs(item.note)),
    keptLine(item, voice),
  ]);
}

function citation({ source, locator }: NamedEvidence, voice: Voice): Element {
  const { words } = voice;
  const title = h("cite", {}, [isolated(source.title === "" ? words.untitledSource : source.title)]);
  const about = joinedParts([sourceIn(source, voice), locator], voice);
  const isUnlinkable = source.address !== "" && safeLink(source.address) === null;
  return h("p", { className: "cit" }, [
    outsideLink(source.address, [title]),
    ". ",
    about === "" ? null : isolated(about),
    about === "" ? null : ". ",
    h("span", { className: "kind" }, words[source.kind]),
    isUnlinkable ? ". " : null,
    isUnlinkable ? isolated(source.address) : null,
  ]);
}

function calculation(item: NamedEvidence, { words }: Voice): Element | null {
  if (item.calculation.length === 0) return null;
  return h("div", { className: "note-on" }, [
    h("p", {}, `${words.calculation}:`),
    h(
      "ol",
      {},
      item.calculation.map((step) => h("li", {}, [isolated(stepWords(step))])),
    ),
  ]);
}

function keptLine(item: NamedEvidence, voice: Voice): Element | null {
  const { words } = voice;
  const day = isolated(dayIn(item.accessedOn, voice));
  const parts = [
    item.accessedOn === "" ? null : h("span", {}, filledLine(words.accessed, { day })),
    item.capture === null
      ? null
      : h("span", {}, filledLine(words.copyKept, { digest: h("span", { className: "data" }, item.capture.digest) })),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : h("p", { className: "kept" }, parts);
}
