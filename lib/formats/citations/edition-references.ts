import type { CslItem } from "#lib/domain/csl-item.ts";
import type { EditionDocument } from "#lib/domain/edition.ts";
import type { ConfidentialEvidence, NamedEvidence, ReportEvidence } from "#lib/domain/report.ts";
import {
  type CitationLanguage,
  type CitationStyle,
  citationLanguages,
  type Reference,
} from "#lib/domain/source-views.ts";
import { keptReferences } from "#lib/formats/citations/kept-references.ts";
import { safeLink } from "#lib/formats/report/safe-link.ts";
import { voiceOf } from "#lib/formats/report/voice.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

/** A copy that the desk keeps: its SHA-256 in hexadecimal, and the moment it was made, ISO 8601 in UTC. */
type KeptCopy = { readonly digest: string; readonly obtainedAt: string };

/** A source of an edition with all that it serves for. Of a confidential one there is only how the desk describes it. */
export type CitedSource = {
  /** From 1, in the order of the claims. */
  readonly number: number;
  /** Null of a confidential source. */
  readonly item: CslItem | null;
  readonly kind: string;
  /** What is said of it where no style has a form for it. */
  readonly words: string;
  /** "" where there is none that may be opened. */
  readonly address: string;
  /** The numbers of the claims, ascending. */
  readonly claims: readonly number[];
  readonly copies: readonly KeptCopy[];
  /** Days on which it was read, ascending. */
  readonly readOn: readonly string[];
};

export type EditionReference = CitedSource & { readonly runs: Reference["runs"]; readonly text: string };

export type EditionReferences = {
  readonly all: readonly EditionReference[];
  readonly of: (item: ReportEvidence) => EditionReference | undefined;
};

const known = new WeakMap<EditionDocument, Map<CitationStyle, EditionReferences>>();

/** The sources of an edition, each once, as references in a style and the edition's language. */
export function referencesOf(edition: EditionDocument, style: CitationStyle): EditionReferences {
  const styles = known.get(edition) ?? new Map<CitationStyle, EditionReferences>();
  known.set(edition, styles);
  const references = styles.get(style) ?? formatted(edition, style);
  styles.set(style, references);
  return references;
}

function formatted(edition: EditionDocument, style: CitationStyle): EditionReferences {
  const sources = citedSources(edition);
  const items = [...sources.values()].flatMap(({ item }) => item ?? []);
  const written = keptReferences(items, { style, language: languageOf(edition.language) }).values();
  const all = new Map<string, EditionReference>();
  for (const [key, source] of sources) {
    const given = source.item === null ? [] : (written.next().value?.runs ?? []);
    const runs = given.length === 0 ? [{ text: source.words, italic: false }] : given;
    all.set(key, { ...source, runs, text: runs.map(({ text }) => text).join("") });
  }
  return { all: [...all.values()], of: (item) => all.get(keyOf(item)) };
}

/** The sources of an edition, each once, in the order of the claims. */
export function citedSources({ report, language }: EditionDocument): ReadonlyMap<string, CitedSource> {
  const { words } = voiceOf(language);
  const found = new Map<string, { first: ReportEvidence; items: NamedEvidence[]; claims: Set<number> }>();
  for (const claim of report.claims) {
    for (const item of claim.evidence) {
      const key = keyOf(item);
      const one = found.get(key) ?? { first: item, items: [], claims: new Set() };
      found.set(key, one);
      one.claims.add(claim.number);
      if (!item.confidential) one.items.push(item);
    }
  }
  const sources = [...found].map(([key, { first, items, claims }], index): [string, CitedSource] => {
    const about = { number: index + 1, claims: [...claims].sort((a, b) => a - b) };
    return [key, { ...about, ...(first.confidential ? described(first, words) : named(first, items, words)) }];
  });
  return new Map(sources);
}

function described({ describedAs }: ConfidentialEvidence, { confidential }: ReportWords) {
  const words = `${describedAs}. ${confidential}.`;
  return { item: null, kind: confidential, words, address: "", copies: [], readOn: [] };
}

function named(first: NamedEvidence, pieces: readonly NamedEvidence[], own: ReportWords) {
  const { author, title, publication, publishedOn, kind, address } = first.source;
  return {
    item: citedItem(first, pieces),
    kind: own[kind],
    words: `${[author, title, publication, publishedOn].filter((part) => part !== "").join(". ")}.`,
    address: safeLink(address) ?? "",
    copies: copiesOf(pieces),
    readOn: daysOf(pieces),
  };
}

/** Two pieces cite the same source when all that is printed of it is the same. */
function keyOf(item: ReportEvidence): string {
  return item.confidential ? `confidential ${item.describedAs}` : `named ${JSON.stringify(item.source.csl)}`;
}

/** With the last day on which it was read. */
function citedItem({ source }: NamedEvidence, pieces: readonly NamedEvidence[]): CslItem {
  const last = daysOf(pieces).at(-1);
  if (last === undefined) return source.csl;
  return { ...source.csl, accessed: { "date-parts": [last.split("-").map(Number)] } };
}

function daysOf(pieces: readonly NamedEvidence[]): string[] {
  const days = pieces.map(({ accessedOn }) => accessedOn).filter((each) => /^\d{4}-\d{2}-\d{2}$/u.test(each));
  return [...new Set(days)].sort();
}

function copiesOf(pieces: readonly NamedEvidence[]): KeptCopy[] {
  const kept = pieces.flatMap(({ capture }) => (capture === null ? [] : [capture]));
  return [...new Map(kept.map(({ digest, obtainedAt }) => [digest, { digest, obtainedAt }])).values()];
}

function languageOf(tag: string): CitationLanguage {
  const primary = tag.toLowerCase().split("-")[0] ?? "";
  return citationLanguages.find((language) => language.startsWith(`${primary}-`)) ?? "en-US";
}
