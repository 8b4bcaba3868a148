/** Item types of CSL 1.0.2 that a desk cites, each with its word. */
export const cslTypeWords = {
  "article-journal": "Journal article",
  "article-magazine": "Magazine article",
  "article-newspaper": "Newspaper article",
  bill: "Bill",
  book: "Book",
  broadcast: "Broadcast",
  chapter: "Chapter",
  dataset: "Dataset",
  document: "Document",
  hearing: "Hearing",
  interview: "Interview",
  legal_case: "Court case",
  legislation: "Law",
  manuscript: "Manuscript",
  map: "Map",
  motion_picture: "Film or video",
  "paper-conference": "Conference paper",
  patent: "Patent",
  personal_communication: "Personal communication",
  post: "Social post",
  "post-weblog": "Blog post",
  report: "Report",
  software: "Software",
  song: "Sound recording",
  speech: "Speech",
  thesis: "Thesis",
  webpage: "Web page",
} as const;
export type CslType = keyof typeof cslTypeWords;
export const cslTypes = Object.keys(cslTypeWords).filter(isCslType);

export function isCslType(text: string): text is CslType {
  return Object.hasOwn(cslTypeWords, text);
}

/** Variables of CSL that no column of a source holds, each with its label. */
export const cslVariableWords = {
  publisher: "Publisher",
  "publisher-place": "Place of publication",
  volume: "Volume",
  issue: "Issue",
  page: "Pages",
  edition: "Edition",
  number: "Number",
  genre: "Genre",
  medium: "Medium",
  language: "Language",
  "event-title": "Event",
  archive: "Archive",
  archive_location: "Place in the archive",
} as const;
export type CslVariable = keyof typeof cslVariableWords;
export const cslVariables = Object.keys(cslVariableWords).filter(isCslVariable);

function isCslVariable(text: string): text is CslVariable {
  return Object.hasOwn(cslVariableWords, text);
}

/** A person by family and given name, or a name that is not taken apart (an organisation). */
export type CslName = { readonly family: string; readonly given: string } | { readonly literal: string };

/** What `Source.csl` holds: what differs from the kind's own type, editors as written, and variables that are not "". */
export type CslExtras = { readonly type: CslType | ""; readonly editor: string } & Readonly<
  Record<CslVariable, string>
>;

/** Reads what `Source.csl` holds; what is missing or no text is "". */
export function extrasOf(stored: unknown): CslExtras {
  const held: ReadonlyMap<string, unknown> = new Map(
    typeof stored === "object" && stored !== null ? Object.entries(stored) : [],
  );
  const text = (name: string) => {
    const value = held.get(name);
    return typeof value === "string" ? value : "";
  };
  const type = text("type");
  return {
    type: isCslType(type) ? type : "",
    editor: text("editor"),
    publisher: text("publisher"),
    "publisher-place": text("publisher-place"),
    volume: text("volume"),
    issue: text("issue"),
    page: text("page"),
    edition: text("edition"),
    number: text("number"),
    genre: text("genre"),
    medium: text("medium"),
    language: text("language"),
    "event-title": text("event-title"),
    archive: text("archive"),
    archive_location: text("archive_location"),
  };
}

/** What is stored of them: those that are not "". */
export function storedExtras(extras: CslExtras): Record<string, string> {
  return Object.fromEntries(Object.entries(extras).filter(([, value]) => value !== ""));
}

/** The names in "Family, Given; Family, Given; An Organisation". */
export function namesOf(text: string): CslName[] {
  return text
    .split(/[;；\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "")
    .map((name) => {
      const comma = name.indexOf(",");
      const [family, given] = [name.slice(0, comma).trim(), name.slice(comma + 1).trim()];
      return comma > 0 && family !== "" && given !== "" ? { family, given } : { literal: name };
    });
}
