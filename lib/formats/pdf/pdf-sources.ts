import type { CslItem } from "#lib/domain/csl-item.ts";
import { directionOf } from "#lib/domain/direction.ts";
import type { ReportSource } from "#lib/domain/report.ts";
import type { EditionReference } from "#lib/formats/citations/edition-references.ts";
import { hyphenatedIsbn } from "#lib/formats/citations/hyphenated-isbn.ts";
import { confidentialOf, sourcesOf } from "#lib/formats/edition/edition-sources-cited.ts";
import type { EditionFacts } from "#lib/formats/edition/page-facts.ts";
import { addressRun, innerWords, type Run, runOf, runsAmong, wordsAmong } from "#lib/formats/pdf/pdf-words.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import { joinedParts, type Voice } from "#lib/formats/report/voice.ts";
import { citedFor, sourceIn } from "#lib/formats/report/voice-claim.ts";

/** A source in the list of all, and the claims that it serves. */
export type SetSource = { readonly runs: readonly Run[]; readonly used: string };

/** Every source once, as on the web page: references in the order of the claims, then the confidential as described. */
export function setSources({ signed, report, voice }: EditionFacts): SetSource[] {
  return [
    ...sourcesOf(signed).all.map((reference) => ({ ...reference, runs: referenceRuns(reference, voice) })),
    ...confidentialOf(report).map(({ describedAs, claims }) => ({
      runs: [runOf(`${wordsAmong(describedAs, voice)}. ${voice.words.confidential}.`)],
      claims,
    })),
  ].map(({ runs, claims }) => ({ runs, used: `${citedFor(claims, voice)}.` }));
}

/** An address as it is printed, and where it leads. */
type Printed = { readonly words: string; readonly href: string };

/** The reference with its italics; the addresses in it are links, and the source's own stands at its end if it is not. */
function referenceRuns({ runs, text, item, address }: EditionReference, voice: Voice): Run[] {
  const doi = doiAddress(textOf(item, "DOI"));
  const own = [textOf(item, "URL"), address].filter((words) => words !== "" && address !== "");
  const addresses = [
    ...own.map((words) => ({ words, href: address })),
    ...(doi === "" ? [] : [{ words: doi, href: safeLink(doi) ?? doi }]),
  ];
  const set = runs.flatMap(({ text: part, italic }) =>
    piecesOf(part, { addresses, dir: directionOf(text) }).map((run): Run => (italic ? { ...run, italic } : run)),
  );
  const isLinked = address === "" || own.some((words) => text.includes(words));
  return [...runsAmong(set, voice), ...(isLinked ? [] : [runOf(" "), addressRun(address, voice)])];
}

type Around = { readonly addresses: readonly Printed[]; readonly dir: Voice["dir"] };

function piecesOf(text: string, around: Around): Run[] {
  for (const { words, href } of around.addresses) {
    const at = text.indexOf(words);
    if (at === -1) continue;
    const rest = text.slice(at + words.length);
    return [...piecesOf(text.slice(0, at), around), runOf(wordsAmong(words, around), href), ...piecesOf(rest, around)];
  }
  return text === "" ? [] : [runOf(innerWords(text))];
}

/** A source in a note: title, author, publication, day, the place in it, kind, numbers and where it is found. */
export function sourceRuns(source: ReportSource, voice: Voice, locator = ""): Run[] {
  const among = (words: string) => wordsAmong(words, voice);
  const named = { ...source, author: among(source.author), publication: among(source.publication) };
  const about = joinedParts([sourceIn(named, voice), among(locator)], voice);
  const isbn = hyphenatedIsbn(textOf(source.csl, "ISBN"));
  const found = source.address === "" ? doiAddress(textOf(source.csl, "DOI")) : source.address;
  return [
    runOf(among(sourceTitle(source, voice)), safeLink(found)),
    runOf(". "),
    ...(about === "" ? [] : [runOf(`${about}. `)]),
    runOf(`${voice.words[source.kind]}. `),
    ...(isbn === "" ? [] : [runOf(`${among(`ISBN ${isbn}`)}. `)]),
    ...(found === "" ? [] : [addressRun(found, voice), runOf(" ")]),
  ];
}

export function sourceTitle(source: ReportSource, { words }: Voice): string {
  return source.title.trim() === "" ? words.untitledSource : source.title;
}

/** As citation styles print it; "" for none. */
function doiAddress(doi: string): string {
  return doi === "" ? "" : `https://doi.org/${doi}`;
}

function textOf(item: CslItem | null, name: string): string {
  const value = item?.[name];
  return typeof value === "string" ? value : "";
}
