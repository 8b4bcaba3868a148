import { z } from "zod";
import { cslTypeWords, isCslType } from "#lib/domain/csl.ts";
import { parseDoi } from "#lib/domain/doi.ts";
import { sourceKinds } from "#lib/domain/evidence.ts";
import { parseIsbn } from "#lib/domain/isbn.ts";
import { citationLanguages, citationStyles } from "#lib/domain/source-views.ts";
import { address, identifier, partialDay, rowVersion, writtenText } from "#lib/schemas/text.ts";

/** A DOI in lower case, however it was written, or nothing. */
const doi = parsed(parseDoi, "This is no DOI. It begins with 10., for example 10.1000/182.");
/** An ISBN as 13 digits, however it was written, or nothing. */
const isbn = parsed(parseIsbn, "This is no ISBN: it has 10 or 13 digits, and the last one checks the others.");

function parsed(parse: (text: string) => string | null, sentence: string) {
  return writtenText(500).transform((text, context) => {
    if (text === "") return "";
    const value = parse(text);
    if (value !== null) return value;
    context.issues.push({ code: "custom", message: sentence, input: text });
    return z.NEVER;
  });
}

const title = writtenText(500).default("");
const publication = writtenText(300).default("");
const author = writtenText(300).default("");

/** A source as evidence describes it that cites a new one. */
export const citedSource = z.object({
  sourceKind: z.enum(sourceKinds).default("publication"),
  title,
  publication,
  author,
  publishedOn: partialDay.default(""),
  address: address.default(""),
  doi: doi.optional(),
  isbn: isbn.optional(),
  interests: writtenText(2000).optional(),
});

const short = writtenText(300).default("");

const sourceFields = z.object({
  kind: z.enum(sourceKinds, "Choose the kind of source."),
  title,
  publication,
  author,
  publishedOn: partialDay.default(""),
  address: address.default(""),
  doi: doi.default(""),
  isbn: isbn.default(""),
  interests: writtenText(2000).default(""),
  type: z
    .string()
    .refine((text) => text === "" || isCslType(text), `Choose one of: ${Object.keys(cslTypeWords).join(", ")}.`)
    .transform((text) => (isCslType(text) ? text : ("" as const)))
    .default(""),
  editor: short,
  publisher: short,
  "publisher-place": short,
  volume: short,
  issue: short,
  page: short,
  edition: short,
  number: short,
  genre: short,
  medium: short,
  language: short,
  "event-title": short,
  archive: short,
  archive_location: short,
});

/** A source that at least has a title or an address. */
export const createSource = sourceFields.extend({ id: identifier }).check((context) => {
  const { title: words, address: web } = context.value;
  if (words !== "" || web !== "") return;
  const message = "Give the source a title or an address.";
  context.issues.push({ code: "custom", path: ["title"], message, input: context.value });
});
export type CreateSource = z.output<typeof createSource>;

export const editSource = createSource.and(z.object({ rowVersion }));
export type EditSource = z.output<typeof editSource>;

/** `id` is merged into `intoId`. */
export const mergeSources = z.object({ id: identifier, intoId: identifier });
export type MergeSources = z.output<typeof mergeSources>;

export const partSource = z.object({ id: identifier });
export type PartSource = z.output<typeof partSource>;

export const askReference = z.object({
  id: identifier,
  style: z.enum(citationStyles),
  language: z.enum(citationLanguages),
});
export type AskReference = z.output<typeof askReference>;
