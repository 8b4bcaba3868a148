type Line = {
  readonly state: string;
  readonly open: boolean;
  /** The middle of the claim's first line and of the note's first line, from the galley's top. */
  readonly at: number;
  readonly note: number;
};

type Leaders = { readonly from: number; readonly to: number; readonly lines: readonly Line[] };

const svgNamespace = "http://www.w3.org/2000/svg";

/** Draws a hairline from each claim's line to its note, one path for each state; neighbours' elbows stand 6 px apart. */
export function drawLeaders(svg: SVGSVGElement, { from, to, lines }: Leaders): void {
  const paths = new Map<string, { state: string; open: boolean; d: string }>();
  const back = from < to ? -1 : 1;
  for (const [index, { state, open, at, note }] of lines.entries()) {
    const elbow = to + back * (4 + (index % 3) * 6);
    const y = Math.round(at) + 0.5;
    const end = Math.round(note) + 0.5;
    const d = y === end ? `M${from} ${y}H${to}` : `M${from} ${y}H${elbow}V${end}H${to}`;
    const key = `${state} ${open}`;
    paths.set(key, { state, open, d: (paths.get(key)?.d ?? "") + d });
  }
  svg.replaceChildren(
    ...[...paths.values()]
      .sort((a, b) => Number(a.open) - Number(b.open))
      .map(({ state, open, d }) => {
        const path = document.createElementNS(svgNamespace, "path");
        path.dataset.state = state;
        path.toggleAttribute("data-on", open);
        path.setAttribute("d", d);
        return path;
      }),
  );
}
