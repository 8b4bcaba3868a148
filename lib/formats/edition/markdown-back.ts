import type { ListItem, PhrasingContent, RootContent } from "mdast";
import type { EditionReference } from "#lib/formats/citations/edition-references.ts";
import { referencePieces } from "#lib/formats/citations/reference-pieces.ts";
import { confidentialOf, type Sources } from "#lib/formats/edition/edition-sources-cited.ts";
import { placeOnScale } from "#lib/formats/edition/html-back.ts";
import { claimSlug } from "#lib/formats/edition/markdown-claims.ts";
import { heading, inside, labelled, listOf, tableOf } from "#lib/formats/edition/markdown-pieces.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { addressLink, paragraph, paragraphsOf, text } from "#lib/formats/report/markdown-text.ts";
import { dayOf, filled } from "#lib/formats/report/voice.ts";
import { citedPattern } from "#lib/formats/report/voice-claim.ts";

/** What each rating that is used means, and where it stands on its scale. */
export function ratingsList({ ratings, voice }: EditionFacts): RootContent[] {
  if (ratings.length === 0) return [];
  const items = ratings.map((verdict) => [
    labelled(verdict.label, text(`${verdict.definition.trim()} ${placeOnScale(verdict, voice)}.`)),
  ]);
  return [heading(voice.words.ratings), listOf(items)];
}

/** How the desk checked, in the editor's words. */
export function methodOf({ edition, voice }: EditionFacts): RootContent[] {
  return edition.method.trim() === "" ? [] : [heading(voice.words.method), ...paragraphsOf(edition.method)];
}

/** Every source once, as a reference, and the claims that it serves. */
export function sourcesList(facts: EditionFacts, { all }: Sources): RootContent[] {
  const { words } = facts.voice;
  const described = confidentialOf(facts.report);
  const children: ListItem[] = [
    ...all.map((reference) => item([...runsOf(reference), text(" "), ...served(reference.claims, facts)])),
    ...described.map(({ describedAs, claims }) =>
      item([text(`${describedAs}. ${words.confidential}. `), ...served(claims, facts)]),
    ),
  ];
  if (children.length === 0) return [heading(words.sources), paragraph(text(words.noSources))];
  return [heading(words.sources), { type: "list", ordered: true, spread: false, children }];
}

function item(children: readonly PhrasingContent[]): ListItem {
  return { type: "listItem", spread: false, children: [paragraph(...children)] };
}

/** The reference with its italics and links, and a full stop where it ends without one. */
function runsOf(reference: EditionReference): PhrasingContent[] {
  const pieces = referencePieces(reference);
  const set = pieces.map(({ text: words, italic, href }): PhrasingContent => {
    const piece = href === null ? text(words) : addressLink(words, href);
    return italic ? { type: "emphasis", children: [piece] } : piece;
  });
  return /[.!?…。؟]$/u.test(pieces.at(-1)?.text ?? "") ? set : [...set, text(".")];
}

function served(numbers: readonly number[], { voice }: EditionFacts): PhrasingContent[] {
  const { words } = voice;
  const [before = "", after = ""] = citedPattern(numbers, words).split("{numbers}");
  const links = numbers.flatMap((number, index) => [
    ...(index === 0 ? [] : [text(words.comma)]),
    inside(claimSlug(number, voice), String(number)),
  ]);
  return [text(before), ...links, text(`${after}.`)];
}

/** Every edition so far, the newest first, with what changed and why. */
export function editionsTable({ edition, signed, voice }: EditionFacts): RootContent[] {
  const { words } = voice;
  const { number, publishedAt, change } = edition;
  const rows = [...edition.earlier, { number, publishedAt, change, digest: signed.proof.digest }]
    .reverse()
    .map((each) => [
      String(each.number),
      dayOf(each.publishedAt, voice),
      each.change === null
        ? words.firstEdition
        : `${words[each.change.kind]}: ${each.change.what} ${words.why}: ${each.change.why}`,
      each.digest,
    ]);
  return [heading(words.editions), tableOf([words.edition, words.published, words.whatChanged, words.digest], rows)];
}

/** How anybody can check the file, and everything that is needed for it. */
export function verifyLines({ edition, report, signed, voice }: EditionFacts): RootContent[] {
  const { words } = voice;
  const { desk, audit } = edition;
  const { digest, keyId, publicKey, signature } = signed.proof;
  const addresses = [desk.keys, edition.address, desk.correctionsPage];
  const facts: (readonly [string, string])[] = [
    [words.digest, digest],
    [words.signedBy, desk.name],
    [words.key, keyId],
    [words.publicKey, publicKey],
    [words.keysAt, desk.keys],
    [words.signature, signature],
    [words.address, edition.address],
    [words.corrections, desk.correctionsPage],
    [words.articleText, report.article.textDigest],
    [words.auditHead, filled(words.auditEntry, { number: audit.seq, hash: audit.hash })],
  ];
  const lines = facts.filter(([, value]) => value !== "");
  return [
    heading(words.check),
    paragraph(text(words.checkHow)),
    { type: "code", value: "npx stet verify report.md" },
    paragraph(text(words.checkKey)),
    listOf(
      lines.map(([word, value]) => [labelled(word, addresses.includes(value) ? addressLink(value) : text(value))]),
    ),
  ];
}
