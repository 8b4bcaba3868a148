import type { CslName } from "#lib/domain/csl.ts";
import type { CslItem } from "#lib/domain/csl-item.ts";
import type { EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import type { CitedSource } from "#lib/formats/citations/edition-references.ts";
import { citedSources } from "#lib/formats/citations/edition-references.ts";
import { filled, joinedParts, type Voice, voiceOf } from "#lib/formats/report/voice.ts";
import { citedFor } from "#lib/formats/report/voice-claim.ts";
import { changeSentence, editionLine, editionTitle } from "#lib/formats/tables/edition-lines.ts";

type Value = CslItem[string];

/** An item under its key, with what is to be noted of it. */
export type CitationItem = { readonly key: string; readonly item: CslItem; readonly note: string };

/**
 * What a list for reference managers holds: the edition itself, which neither format has another place for, then each
 * source with the claims it serves, and confidential ones as they are described. Every text is one line.
 */
export function citationItems(signed: SignedEdition): CitationItem[] {
  const { edition } = signed;
  const own = { key: `edition${edition.number}_${tail(edition.id)}`, item: editionItem(edition), note: notes(signed) };
  const voice = voiceOf(edition.language);
  const items = [own, ...[...citedSources(edition).values()].map((source) => citationItem(source, voice))];
  const seen = new Map<string, number>();
  return items.map(({ key, item, note }) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return { key: times === 1 ? key : `${key.slice(0, longestKey - 4)}_${times}`, item, note: oneLine(note) };
  });
}

/** RIS keeps 20 characters of a key. */
const longestKey = 20;

function notes(signed: SignedEdition): string {
  return `${changeSentence(signed.edition)} ${editionLine(signed)}.`.trim();
}

function editionItem(edition: EditionDocument): CslItem {
  const parts = edition.publishedAt.slice(0, 10).split("-").map(Number);
  const { words } = voiceOf(edition.language);
  const withdrawn = edition.report.status === "withdrawn" ? `${words.stateWithdrawn}: ` : "";
  const desk = edition.desk.name.trim();
  return lined({
    id: edition.id,
    type: "report",
    title: `${withdrawn}${editionTitle(edition)}`,
    ...(desk === "" ? {} : { author: [{ literal: desk }], publisher: desk }),
    issued: { "date-parts": [parts] },
    ...(edition.address === "" ? {} : { URL: edition.address }),
  });
}

function citationItem(source: CitedSource, voice: Voice): CitationItem {
  const { item, number, claims, copies, readOn, words } = source;
  const serves = `${citedFor(claims, voice)}.`;
  if (item === null) {
    const described: CslItem = { id: `confidential-${number}`, type: "document", title: words };
    return { key: `confidential_${number}`, item: lined(described), note: serves };
  }
  const days = readOn.join(voice.words.comma);
  const read = days === "" ? "" : ` ${filled(voice.words.accessed, { day: days })}.`;
  const kept = copies.map(({ digest, obtainedAt }) => {
    return ` ${joinedParts([filled(voice.words.copyKept, { digest }), obtainedAt.slice(0, 10)], voice)}.`;
  });
  return { key: keyOf(item), item: lined(item), note: `${serves}${read}${kept.join("")}` };
}

/** "okoro2026_9f3a1c": whose, from when, and the end of the source's id, so that it stays when others come to it. */
function keyOf({ id, author, issued }: CslItem): string {
  const written = first(author);
  const plain = written
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z]/gu, "")
    .slice(0, 9);
  const isDated = typeof issued === "object" && "date-parts" in issued;
  const year = isDated ? String(issued["date-parts"][0]?.[0] ?? "").slice(0, 4) : "";
  return `${plain === "" ? "source" : plain}${year}_${tail(id)}`;
}

function first(author: Value | undefined): string {
  if (typeof author !== "object" || "date-parts" in author) return "";
  const [name] = author;
  if (name === undefined) return "";
  return "literal" in name ? name.literal : name.family;
}

function tail(id: string): string {
  return id
    .toLowerCase()
    .replace(/[^a-z0-9]/gu, "")
    .slice(-6);
}

/** The item with every text in it as one line of printable characters: a line break would begin a field in RIS. */
function lined(item: CslItem): CslItem {
  const { id, type, ...values } = item;
  const clean = Object.entries(values).map(([name, value]): [string, Value] => {
    if (typeof value === "string") return [name, oneLine(value)];
    return [name, "date-parts" in value ? value : value.map(linedName)];
  });
  return { ...Object.fromEntries(clean), id, type };
}

function linedName(name: CslName): CslName {
  if ("literal" in name) return { literal: oneLine(name.literal) };
  return { family: oneLine(name.family), given: oneLine(name.given) };
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
