import type { Element } from "hast";
import { h, s } from "hastscript";
import type { ClaimState } from "#lib/domain/claim.ts";
import type { Stance } from "#lib/domain/evidence.ts";
import type { RatingToken } from "#lib/domain/rating.ts";

const dots = (y: number) => [2.4, 6.8, 11.2, 15.6].map((cx) => s("circle", { className: "solid", cx, cy: y, r: 1.5 }));
const line = (d: string, strokeWidth: number) => s("path", { d, strokeWidth });
const ring = () => s("circle", { cx: 8, cy: 8, r: 6.4, strokeWidth: 1.5 });
const slice = (d: string) => s("path", { className: "solid", d });
const wave = "M1 9c1.3 0 1.3-4 2.7-4s1.3 4 2.6 4 1.4-4 2.7-4 1.3 4 2.7 4 1.3-4 2.6-4S15.6 9 17 9";
const hatch = "M1 11 9 1M5.5 11l8-10M10 11l7-8.75M1 5.5 4.6 1M14.6 11 17 8";

const stateShapes: Readonly<Record<ClaimState, readonly Element[]>> = {
  open: [line("M1 8h3.4M7.3 8h3.4M13.6 8H17", 1.6)],
  progress: [line("M1 8h16", 1.6)],
  proposed: [line("M1 6.2h16M1 9.8h16", 1.6)],
  returned: [line(wave, 1.5)],
  approved: dots(8),
  published: dots(8),
  stale: [line(hatch, 1.2), ...dots(10)],
  withdrawn: [line("M1 6h16", 1.6), line("m6 2 6 8M12 2l-6 8", 1.4)],
};

const verdictShapes: Readonly<Record<RatingToken, readonly Element[]>> = {
  true: [
    s("circle", { className: "solid", cx: 8, cy: 8, r: 7.2 }),
    s("path", { className: "knock", d: "m4.6 8.2 2.4 2.5 4.5-5.2", strokeWidth: 1.8 }),
  ],
  mostly: [ring(), slice("M8 8V2.5A5.5 5.5 0 1 1 2.5 8z")],
  half: [ring(), slice("M2.5 8a5.5 5.5 0 0 0 11 0z")],
  barely: [ring(), slice("M8 8V2.5A5.5 5.5 0 0 1 13.5 8z")],
  false: [ring(), line("m5.4 5.4 5.2 5.2m0-5.2-5.2 5.2", 1.7)],
  off: [s("circle", { cx: 8, cy: 8, r: 6.4, strokeWidth: 1.5, strokeDashArray: "2.4 1.62" }), line("M5.5 8h5", 1.7)],
};

const stanceShapes: Readonly<Record<Stance, readonly Element[]>> = {
  supports: [line("M7 2v10M2 7h10", 2)],
  refutes: [line("M2 5h10M2 9h10M10 1.5 4 12.5", 1.7)],
  context: [2.5, 7, 11.5].map((cx) => s("circle", { className: "solid", cx, cy: 7, r: 1.5 })),
};

function icon(viewBox: string, shapes: readonly Element[]): Element {
  return s("svg", { viewBox, ariaHidden: "true", focusable: "false" }, structuredClone([...shapes]));
}

/** The line under the words as a small sample, and the state's word. */
export function stateMark(state: ClaimState, words: string): Element {
  return h("span", { className: "st", dataState: state }, [icon("0 0 18 12", stateShapes[state]), words]);
}

/** The disc, filled as far as the claim is true, and the rating's word. */
export function verdictMark(token: RatingToken, label: string): Element {
  return h("span", { className: "vd", dataV: token }, [
    icon("0 0 16 16", verdictShapes[token]),
    h("bdi", { className: "w" }, label),
  ]);
}

/** +, ≠ or … and the word. */
export function stanceMark(stance: Stance, words: string): Element {
  return h("span", { className: "sc", dataSc: stance }, [icon("0 0 14 14", stanceShapes[stance]), words]);
}
