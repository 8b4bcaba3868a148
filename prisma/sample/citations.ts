import type { CreateSource } from "#lib/schemas/source.ts";
import type { SourceKey } from "#prisma/sample/sources.ts";

type Citation = Omit<CreateSource, "id" | "kind" | "title" | "publication" | "author" | "publishedOn" | "address">;

/**
 * What a list of references says of some of the sources besides. The prefix 10.5555 is for tests and resolves to
 * nothing of anybody's; the ISBN is the one that manuals print as their example.
 */
export const sampleCitations: Readonly<Partial<Record<SourceKey, Partial<Citation>>>> = {
  airStudy: {
    type: "article-journal",
    doi: "10.5555/stet.sample.air.31.105",
    publisher: "University of Wray",
    volume: "31",
    page: "105–121",
    language: "en",
  },
  trial: {
    type: "article-journal",
    doi: "10.5555/stet.sample.shift.18.196",
    publisher: "University of Wray",
    volume: "18",
    page: "196–208",
    language: "en",
    interests: "Paid for by the pension fund of the hospital workers’ union.",
  },
  model: {
    type: "report",
    isbn: "9783161484100",
    "publisher-place": "Corran",
    number: "1907",
    language: "en",
    interests: "Commissioned by the county of Aldermoor, which built the wall.",
  },
  steward: {
    medium: "Sound recording with a transcript",
    interests: "Speaks for the union, which negotiates the scheme this year. Sleeps in one of the cupboards himself.",
  },
  release: { genre: "Press release", number: "14/2023", interests: "The board owns the boats and owes for them." },
  meeting: { "event-title": "Public meeting on the crossing", "publisher-place": "Hallowmere" },
};
