"use client";

import { useEffect, useRef } from "react";
import { useGalley, useOpenClaim } from "#components/article/galley-context.ts";
import { drawLeaders } from "#components/article/leaders.ts";
import { writePlaces } from "#components/article/write-places.ts";
import { fitNotes, type Shortenable } from "#lib/domain/margin.ts";

const beside = "(width >= 860px)";

type Measured = Shortenable & { readonly item: HTMLElement };

/**
 * Puts each note beside the first line of its claim and draws the leaders; where there is no room notes stay rows in
 * the text. `claims` is only what says that the list has changed. One pass reads the layout, one writes it.
 */
export function Margin({ claims }: { claims: unknown }) {
  const ref = useRef<SVGSVGElement>(null);
  const stop = useRef(() => {});
  const claimId = useOpenClaim();
  const { only } = useGalley();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is another set of notes to watch
  useEffect(() => {
    const svg = ref.current;
    const galley = svg?.closest<HTMLElement>(".galley");
    if (svg == null || galley == null) return;
    let frame = 0;
    const place = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        stop.current();
        stop.current = placeAll(galley, svg);
      });
    };
    const sizes = new ResizeObserver(place);
    sizes.observe(galley);
    for (const item of galley.querySelectorAll(".notes > li")) sizes.observe(item);
    const room = matchMedia(beside);
    room.addEventListener("change", place);
    document.fonts.addEventListener("loadingdone", place);
    return () => {
      cancelAnimationFrame(frame);
      stop.current();
      sizes.disconnect();
      room.removeEventListener("change", place);
      document.fonts.removeEventListener("loadingdone", place);
    };
  }, [claims]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, focus or filter is another layout
  useEffect(() => {
    const galley = ref.current?.closest<HTMLElement>(".galley");
    if (ref.current === null || galley == null) return;
    stop.current();
    stop.current = placeAll(galley, ref.current);
  }, [claims, claimId, only]);
  return <svg ref={ref} className="leaders" aria-hidden="true" />;
}

/** Returns what stops it where it has not finished. */
function placeAll(galley: HTMLElement, svg: SVGSVGElement): () => void {
  const items = [...galley.querySelectorAll<HTMLElement>(".notes > li")];
  if (!matchMedia(beside).matches) {
    svg.replaceChildren();
    return () => undefined;
  }
  const sheet = galley.getBoundingClientRect();
  const noteLine = Number.parseFloat(getComputedStyle(items[0]?.querySelector(".note") ?? galley).lineHeight);
  const notes = measure(galley, { items, top: sheet.top, noteLine });
  const focus = notes.findIndex(({ item }) => item.hasAttribute("data-open"));
  const top = galley.querySelector<HTMLElement>(".block")?.offsetTop ?? 0;
  const { ys, cuts } = fitNotes(notes, { focus: focus === -1 ? null : focus, top });
  for (const [index, { item }] of notes.entries()) {
    if (cuts[index]) item.dataset.cut = String(cuts[index]);
  }
  const noteEdge = notes[0]?.item.getBoundingClientRect();
  const textEdge = galley.querySelector(".block")?.getBoundingClientRect();

  const stop = writePlaces(
    galley,
    notes.map(({ item }, index) => ({ item, y: ys[index] ?? 0 })),
  );
  const bottom = Math.max(0, ...notes.map(({ heights }, index) => (ys[index] ?? 0) + (heights[cuts[index] ?? 0] ?? 0)));
  galley.style.setProperty("--notes-end", `${bottom + 32}px`);
  galley.setAttribute("data-placed", "");
  if (noteEdge === undefined || textEdge === undefined) {
    svg.replaceChildren();
    return stop;
  }
  const rtl = noteEdge.left < textEdge.left;
  drawLeaders(svg, {
    from: (rtl ? textEdge.left - 6 : textEdge.right + 6) - sheet.left,
    to: (rtl ? noteEdge.right + 14 : noteEdge.left - 14) - sheet.left,
    lines: notes.map(({ item, wish }, index) => ({
      state: item.dataset.state ?? "",
      open: index === focus,
      at: wish + noteLine / 2,
      note: (ys[index] ?? 0) + noteLine / 2,
    })),
  });
  return stop;
}

/** Notes in the order of the text that are shown and whose claim is on the page: first lines, and heights in each form. */
function measure(
  galley: HTMLElement,
  { items, top, noteLine }: { items: readonly HTMLElement[]; top: number; noteLine: number },
): Measured[] {
  const firsts = new Map<string, Element>();
  for (const mark of galley.querySelectorAll<HTMLElement>(".claim")) {
    const id = mark.dataset.claim ?? "";
    if (!firsts.has(id)) firsts.set(id, mark);
  }
  for (const item of galley.querySelectorAll<HTMLElement>(".notes > li[data-cut]")) delete item.dataset.cut;
  const notes: Measured[] = [];
  for (const item of items) {
    const line = firsts.get(item.dataset.note ?? "")?.getClientRects()[0];
    const height = item.offsetHeight;
    if (line === undefined || height === 0) continue;
    const summary = item.querySelector<HTMLElement>(".sum")?.offsetHeight ?? noteLine;
    notes.push({
      item,
      wish: Math.round((line.top + line.bottom - noteLine) / 2 - top),
      heights: [height, height - Math.max(0, summary - noteLine), noteLine],
      asks: item.querySelector(".by") !== null,
    });
  }
  return notes;
}
