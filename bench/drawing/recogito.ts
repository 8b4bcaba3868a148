import { createTextAnnotator, type TextAnnotation } from "@recogito/text-annotator";
import { framesUntil, painted } from "./frames.ts";

/** A span of the page's own text, in which nothing stands between two elements. */
export type PageSpan = { readonly id: string; readonly start: number; readonly end: number; readonly quote: string };

export type Recogito = {
  /** Milliseconds until those in view are on the screen for the first time. */
  readonly draw: (spans: readonly PageSpan[]) => Promise<number>;
  readonly add: (span: PageSpan) => Promise<{ readonly ms: number; readonly frames: number }>;
};

/** @recogito/text-annotator with its default renderer, on the page's text. */
export function makeRecogito(): Recogito {
  const galley = document.querySelector<HTMLElement>(".galley");
  if (galley === null) throw new Error("The page has no text.");
  const annotator = createTextAnnotator<TextAnnotation, TextAnnotation>(galley);
  const drawn = () => document.querySelectorAll(".r6o-annotation").length;
  const timed = async (work: () => void) => {
    await painted();
    const before = drawn();
    const began = performance.now();
    work();
    const frames = await framesUntil(() => drawn() > before);
    return { ms: performance.now() - began, frames };
  };
  return {
    draw: async (spans) => (await timed(() => annotator.setAnnotations(spans.map(annotationOf)))).ms,
    add: (span) => timed(() => annotator.addAnnotation(annotationOf(span))),
  };
}

/** The empty range says that the offsets are to be looked up. */
function annotationOf({ id, start, end, quote }: PageSpan): TextAnnotation {
  const selector = [{ start, end, quote, range: document.createRange() }];
  return { id, bodies: [], target: { annotation: id, selector } };
}
