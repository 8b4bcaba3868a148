import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { EditionReference } from "#lib/formats/citations/edition-references.ts";
import { citedBy, confidentialOf, type Sources } from "#lib/formats/edition/edition-sources-cited.ts";
import { claimAnchor } from "#lib/formats/edition/html-claim.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { filledLine, isolated, outsideLink } from "#lib/formats/report/html-text.ts";
import { citedPattern } from "#lib/formats/report/voice-claim.ts";

/** Every source once, as a reference of the desk's style, and the claims that it serves. */
export function sourceList(facts: EditionFacts, { all }: Sources): Element {
  const { words } = facts.voice;
  const described = confidentialOf(facts.report);
  const items = [
    ...all.map((reference) => h("li", {}, [h("p", {}, referenceRuns(reference)), served(reference.claims, facts)])),
    ...described.map(({ describedAs, claims }) =>
      h("li", {}, [h("p", {}, [isolated(describedAs), `. ${words.confidential}`]), served(claims, facts)]),
    ),
  ];
  return h("section", { ariaLabelledBy: "sources" }, [
    h("h2", { id: "sources" }, words.sources),
    items.length === 0 ? h("p", { className: "soft" }, words.noSources) : h("ol", { className: "refs" }, items),
  ]);
}

/** The reference with its italics, and its address as a link where it is printed in it or else at its end. */
function referenceRuns({ runs, address }: EditionReference): ElementContent[] {
  let isLinked = address === "";
  const set = runs.map(({ text, italic }) => {
    const at = isLinked ? -1 : text.indexOf(address);
    if (at >= 0) isLinked = true;
    const words =
      at < 0
        ? [text]
        : [
            text.slice(0, at),
            outsideLink(address, [{ type: "text", value: address }]),
            text.slice(at + address.length),
          ];
    return italic ? h("i", {}, words) : h("span", {}, words);
  });
  const rest = isLinked ? [] : [" ", outsideLink(address, [{ type: "text", value: address }])];
  return [h("bdi", {}, [...set, ...rest])];
}

function served(numbers: readonly number[], facts: EditionFacts): Element {
  const { words } = facts.voice;
  const links = citedBy(facts.report, numbers).map((claim, index) =>
    h("span", {}, [
      index === 0 ? null : words.comma,
      h("a", { className: "link", href: `#${claimAnchor(claim)}` }, String(claim.number)),
    ]),
  );
  return h("p", { className: "soft" }, filledLine(citedPattern(numbers, words), { numbers: h("span", {}, links) }));
}
