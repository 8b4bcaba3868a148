import type { AnchorRequest } from "#lib/domain/anchoring/anchor.ts";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { listAnnotations } from "#lib/formats/annotations/find-annotations.ts";
import { idOf, isNode } from "#lib/formats/annotations/json-ld-node.ts";
import { type AnnotationBody, readBodies } from "#lib/formats/annotations/read-bodies.ts";
import { readTargets } from "#lib/formats/annotations/read-target.ts";
import type { Ways } from "#lib/formats/annotations/read-ways.ts";

/** One passage of an annotation made elsewhere, as `anchorAnnotations` asks for it, and what was said about it. */
export type ForeignAnnotation = AnchorRequest & { readonly bodies: readonly AnnotationBody[] };

export type AnnotationsProblem = "too-large" | "not-utf8" | "not-json" | "too-many" | "elsewhere" | "not-annotations";

export const mostAnnotationBytes = 64_000_000;
const mostAnnotations = 50_000;

/**
 * Reads the bytes of a file of W3C Web Annotations (JSON-LD, UTF-8, a byte order mark dropped), at most 64 MB of it.
 * See `readAnnotations`.
 */
export function readAnnotationsFile(bytes: Uint8Array): Result<ForeignAnnotation[], AnnotationsProblem> {
  if (bytes.byteLength > mostAnnotationBytes) return err("too-large");
  let source: string;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return err("not-utf8"); // TypeError is what a fatal decoder throws, and all it throws.
  }
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return err("not-json"); // SyntaxError, or RangeError for JSON nested beyond what the engine reads.
  }
  return readAnnotations(value);
}

/**
 * Reads W3C Web Annotations out of a JSON value (Web Annotation Data Model, and the `oa:` terms before and after JSON-LD
 * expansion): one entry for each passage, in the order of the file, at most 50,000. Never throws, whatever the value:
 * a selector that cannot be used is reported in `problems`, and an annotation without a usable one has no `ways`.
 * Contexts, languages, text directions, states and styles are not read. Nothing is fetched.
 */
export function readAnnotations(value: unknown): Result<ForeignAnnotation[], AnnotationsProblem> {
  if (typeof value !== "object" || value === null) return err("not-annotations");
  const { entries, isRemote } = listAnnotations(value, mostAnnotations);
  if (isRemote) return err("elsewhere");
  const annotations: ForeignAnnotation[] = [];
  for (const entry of entries) {
    if (annotations.length >= mostAnnotations) return err("too-many");
    annotations.push(...readEntry(entry));
  }
  return annotations.length > mostAnnotations ? err("too-many") : ok(annotations);
}

/** What to tell the person whose file cannot be read. */
export function annotationsProblemSentence(problem: AnnotationsProblem): string {
  switch (problem) {
    case "too-large":
      return "This file of annotations is larger than 64 MB. Split it.";
    case "not-utf8":
      return "This file of annotations is not UTF-8. Save it as UTF-8.";
    case "not-json":
      return "This file of annotations is not JSON. Save the annotations as JSON-LD.";
    case "too-many":
      return "This file holds more than 50,000 annotations. Split it.";
    case "elsewhere":
      return "This file only says where its annotations are. Save the page that holds them.";
    case "not-annotations":
      return "This file holds no annotations. It needs an annotation, or a list of them.";
  }
}

function readEntry(entry: unknown): ForeignAnnotation[] {
  if (!isNode(entry)) return [{ id: null, ways: [], problems: ["This entry is not an annotation."], bodies: [] }];
  const id = idOf(entry);
  const bodies = readBodies(entry);
  return readTargets(entry).map((passage) => ({ id, ways: passage.ways, problems: problemsOf(passage), bodies }));
}

/** Selectors that are not for text are only worth a word where there is no other. */
function problemsOf({ ways, problems, others }: Ways): readonly string[] {
  if (ways.length > 0 || others.length === 0) return problems;
  return [...problems, `A text quote or a text position is needed; it has ${[...new Set(others)].join(", ")}.`];
}
