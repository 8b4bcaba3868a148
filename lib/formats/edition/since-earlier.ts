import type { Element, ElementContent } from "hast";
import { h } from "hastscript";
import type { EditionDocument } from "#lib/domain/edition.ts";
import { editionDifference } from "#lib/domain/edition-difference.ts";
import { standingOf } from "#lib/domain/report.ts";
import { claimAnchor } from "#lib/formats/edition/html-claim.ts";
import { filledLine, isolated } from "#lib/formats/report/html-text.ts";
import { filled, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { standingIn } from "#lib/formats/report/voice-claim.ts";

type Numbered = { readonly id: string; readonly number: number };

/** What a reader of an edition finds otherwise than in the one before it, as a page says it. */
export type SinceEarlier = {
  /** Of the edition before. */
  readonly number: number;
  /** What was found, then and now, in the words of the later edition's language. */
  readonly rated: readonly (Numbered & { readonly before: string; readonly after: string })[];
  readonly added: readonly Numbered[];
  readonly gone: readonly number[];
  /** Claims that are rated as before and say something else. */
  readonly other: readonly Numbered[];
};

/** Null where the whole check was taken back or brought back, which the edition says itself, and where nothing differs. */
export function sinceEarlier(before: EditionDocument, after: EditionDocument): SinceEarlier | null {
  const { check, added, leftOut, changed } = editionDifference(before, after);
  if (check !== null || added.length + leftOut.length + changed.length === 0) return null;
  const voice = voiceOf(after.language);
  const [was, is] = [foundIn(before, voice), foundIn(after, voice)];
  const claims = changed.map(({ id, number }) => ({ id, number, before: was.get(id) ?? "", after: is.get(id) ?? "" }));
  return {
    number: before.number,
    rated: claims.filter((claim) => claim.before !== claim.after),
    added: added.map(numbered),
    gone: leftOut.map(({ number }) => number),
    other: claims.filter((claim) => claim.before === claim.after).map(numbered),
  };
}

function foundIn({ report }: EditionDocument, voice: Voice): ReadonlyMap<string, string> {
  return new Map(report.claims.map((claim) => [claim.id, standingIn(standingOf(claim), voice)]));
}

function numbered({ id, number }: Numbered): Numbered {
  return { id, number };
}

/** The same below a report's head, each claim with the way to it. */
export function sinceSection({ number, rated, added, gone, other }: SinceEarlier, voice: Voice): Element {
  const { words } = voice;
  const lines: (readonly [string, ElementContent[]])[] = [
    [words.claimsNew, listed(added.map(linkTo), voice)],
    [words.claimsGone, gone.length === 0 ? [] : [{ type: "text", value: gone.join(words.comma) }]],
    [words.claimsOther, listed(other.map(linkTo), voice)],
  ];
  return h("section", { className: "since", ariaLabelledBy: "since-head" }, [
    h("h2", { id: "since-head" }, filled(words.sinceEdition, { number })),
    h("ul", {}, [
      ...rated.map(({ before, after, ...claim }) =>
        h("li", {}, [
          linkTo({ ...claim, words: filled(words.claimNumber, { number: claim.number }) }),
          ": ",
          ...filledLine(words.became, {
            before: h("del", {}, [isolated(before)]),
            after: h("ins", {}, [isolated(after)]),
          }),
        ]),
      ),
      ...lines.map(([label, content]) => (content.length === 0 ? null : h("li", {}, [`${label}: `, ...content]))),
    ]),
  ]);
}

function linkTo({ words, ...claim }: Numbered & { readonly words?: string }): Element {
  return h("a", { className: "link", href: `#${claimAnchor(claim)}` }, words ?? String(claim.number));
}

function listed(links: readonly Element[], { words }: Voice): ElementContent[] {
  return links.flatMap((link, index) => (index === 0 ? [link] : [{ type: "text", value: words.comma }, link]));
}
