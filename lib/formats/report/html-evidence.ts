import type { Element } from "hast";
import { h } from "hastscript";
import { directionOf } from "#lib/domain/direction.ts";
import { evidenceKindWords, sourceKindWords } from "#lib/domain/evidence.ts";
import type { ConfidentialEvidence, NamedEvidence, ReportEvidence } from "#lib/domain/report.ts";
import { stanceMark } from "#lib/formats/report/html-icons.ts";
import { isolated, outsideLink, paragraphs } from "#lib/formats/report/html-text.ts";
import { dayWords, sourceWords, stepWords } from "#lib/formats/report/report-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";

/** One piece of evidence as a report prints it. */
export function evidenceItem(item: ReportEvidence): Element {
  return h("li", { dataSc: item.stance }, [
    h("p", { className: "how" }, [
      stanceMark(item.stance),
      h("span", { className: "kind" }, evidenceKindWords[item.kind]),
    ]),
    item.confidential ? described(item) : named(item),
  ]);
}

function described({ describedAs }: ConfidentialEvidence): Element {
  return h("div", {}, [
    h("p", { className: "cit" }, [
      isolated(describedAs),
      ". ",
      h("span", { className: "kind" }, "Confidential source"),
    ]),
  ]);
}

function named(item: NamedEvidence): Element {
  return h("div", {}, [
    citation(item),
    item.passage === "" ? null : h("blockquote", { dir: directionOf(item.passage) }, paragraphs(item.passage)),
    calculation(item),
    item.note === "" ? null : h("div", { className: "note-on" }, paragraphs(item.note)),
    keptLine(item),
  ]);
}

function citation({ source, locator }: NamedEvidence): Element {
  const title = h("cite", {}, [isolated(source.title === "" ? "Untitled source" : source.title)]);
  const about = [sourceWords(source), locator].filter((part) => part !== "").join(", ");
  const isUnlinkable = source.address !== "" && safeLink(source.address) === null;
  return h("p", { className: "cit" }, [
    outsideLink(source.address, [title]),
    ". ",
    about === "" ? null : isolated(about),
    about === "" ? null : ". ",
    h("span", { className: "kind" }, sourceKindWords[source.kind]),
    isUnlinkable ? ". " : null,
    isUnlinkable ? isolated(source.address) : null,
  ]);
}

function calculation(item: NamedEvidence): Element | null {
  if (item.calculation.length === 0) return null;
  return h("div", { className: "note-on" }, [
    h("p", {}, "Calculation, recomputed:"),
    h(
      "ol",
      {},
      item.calculation.map((step) => h("li", {}, [isolated(stepWords(step))])),
    ),
  ]);
}

function keptLine(item: NamedEvidence): Element | null {
  const parts = [
    item.accessedOn === "" ? null : h("span", {}, ["Accessed ", isolated(dayWords(item.accessedOn))]),
    item.captureDigest === null
      ? null
      : h("span", {}, ["Copy kept, sha256 ", h("span", { className: "data" }, item.captureDigest)]),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : h("p", { className: "kept" }, parts);
}
