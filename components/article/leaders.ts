import type { Edges } from "#components/article/measure-notes.ts";

type Line = {
  readonly state: string;
  readonly isOpen: boolean;
  /** The middle of the claim's first line and of the note's first line, from the chunk's top. */
  readonly at: number;
  readonly note: number;
};

const svgNamespace = "http://www.w3.org/2000/svg";

/**
 * Draws a hairline from each claim's line to its note, one path for each state; neighbours' elbows stand 6 px apart. Each
 * chunk has its own drawing, which goes where the chunk goes.
 */
export function drawLeaders(
  chunk: HTMLElement,
  { edges, lines }: { edges: Edges | null; lines: readonly Line[] },
): void {
  const svg = chunk.querySelector<SVGSVGElement>(":scope > .leaders");
  if (svg === null) return;
  if (edges === null) {
    svg.replaceChildren();
    return;
  }
  const { from, to } = edges;
  const paths = new Map<string, { state: string; isOpen: boolean; d: string }>();
  const back = from < to ? -1 : 1;
  for (const [index, { state, isOpen, at, note }] of lines.entries()) {
    const elbow = to + back * (4 + (index % 3) * 6);
    const y = Math.round(at) + 0.5;
    const end = Math.round(note) + 0.5;
    const d = y === end ? `M${from} ${y}H${to}` : `M${from} ${y}H${elbow}V${end}H${to}`;
    const key = `${state} ${isOpen}`;
    paths.set(key, { state, isOpen, d: (paths.get(key)?.d ?? "") + d });
  }
  svg.replaceChildren(
    ...[...paths.values()]
      .sort((a, b) => Number(a.isOpen) - Number(b.isOpen))
      .map(({ state, isOpen, d }) => {
        const path = document.createElementNS(svgNamespace, "path");
        path.dataset.state = state;
        path.toggleAttribute("data-on", isOpen);
        path.setAttribute("d", d);
        return path;
      }),
  );
}
