import { type CslExtras, type CslName, type CslType, cslVariables, namesOf } from "#lib/domain/csl.ts";
import type { SourceKind } from "#lib/domain/evidence.ts";

type CitedSource = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  readonly publication: string;
  readonly author: string;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or "". */
  readonly publishedOn: string;
  readonly address: string;
  readonly doi: string;
  readonly isbn: string;
  readonly csl: CslExtras;
};

type Value = string | readonly CslName[] | { readonly "date-parts": readonly (readonly number[])[] };
/** An item of CSL-JSON 1.0.2; variables without a value are left out. */
export type CslItem = { readonly id: string; readonly type: CslType } & Readonly<Record<string, Value>>;

const types: Readonly<Record<SourceKind, CslType>> = {
  publication: "article-newspaper",
  document: "report",
  dataset: "dataset",
  recording: "broadcast",
  post: "post",
  interview: "interview",
  person: "personal_communication",
};

/** The type that is meant where nobody chose one: a publication with a DOI is an article of a journal, with an ISBN a book. */
export function usualType({
  kind,
  doi,
  isbn,
  publication,
}: Pick<CitedSource, "kind" | "doi" | "isbn" | "publication">): CslType {
  if (kind !== "publication") return types[kind];
  if (doi !== "") return "article-journal";
  if (isbn !== "") return "book";
  return publication === "" ? "webpage" : types[kind];
}

/** These stand in something that has a title; what publishes the others is their publisher. */
const contained: ReadonlySet<CslType> = new Set([
  "article-journal",
  "article-magazine",
  "article-newspaper",
  "broadcast",
  "chapter",
  "interview",
  "paper-conference",
  "post",
  "post-weblog",
  "webpage",
]);

/** The source as an item of CSL-JSON, as citation styles and other tools read it. */
export function toCsl(source: CitedSource): CslItem {
  const { csl, publication } = source;
  const type = csl.type === "" ? usualType(source) : csl.type;
  const place = contained.has(type)
    ? { "container-title": publication }
    : csl.publisher === ""
      ? { publisher: publication }
      : { "container-title": publication };
  const parts = source.publishedOn === "" ? [] : source.publishedOn.split("-").map(Number);
  const extras = Object.fromEntries(cslVariables.map((name) => [name, csl[name]]));
  const values: Record<string, Value> = {
    title: source.title,
    ...extras,
    ...place,
    author: namesOf(source.author),
    editor: namesOf(csl.editor),
    URL: source.address,
    DOI: source.doi,
    ISBN: source.isbn,
  };
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== "" && !isEmpty(value)));
  const issued = parts.length === 0 ? {} : { issued: { "date-parts": [parts] } };
  return { ...given, ...issued, id: source.id, type };
}

function isEmpty(value: Value): boolean {
  return Array.isArray(value) && value.length === 0;
}
