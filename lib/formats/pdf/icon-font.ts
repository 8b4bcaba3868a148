import { type Corner, drawnFont, type Glyph } from "#lib/formats/pdf/drawn-font.ts";

type Outline = readonly Corner[];

const corners = 64;
const centre: Corner = [400, 330];

/** An arc around the centre, clockwise, by turns from the top. */
function arc(radius: number, from = 0, turns = 1): Corner[] {
  const steps = Math.ceil(corners * turns);
  return Array.from({ length: steps + (turns < 1 ? 1 : 0) }, (_, step) => {
    const angle = (from + (turns * step) / steps) * 2 * Math.PI;
    return [centre[0] + radius * Math.sin(angle), centre[1] + radius * Math.cos(angle)];
  });
}

function ring(outer: number, inner: number, from = 0, turns = 1): Outline[] {
  if (turns === 1) return [arc(outer), arc(inner).toReversed()];
  return [[...arc(outer, from, turns), ...arc(inner, from, turns).toReversed()]];
}

const slice = (from: number, turns: number): Outline => [...arc(275, from, turns), centre];
const frame = ring(357, 283);

/** A line of some thickness, clockwise. */
function line(from: Corner, to: Corner, thickness = 90): Outline {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const x = ((to[1] - from[1]) / length) * (thickness / 2);
  const y = ((from[0] - to[0]) / length) * (thickness / 2);
  return [
    [from[0] - x, from[1] - y],
    [to[0] - x, to[1] - y],
    [to[0] + x, to[1] + y],
    [from[0] + x, from[1] + y],
  ];
}

function dot(x: number, y: number, radius: number): Outline {
  return arc(radius).map(([a, b]) => [a - centre[0] + x, b - centre[1] + y]);
}

/** A tick, against the clock: it is cut out of the disc. */
const tick: Outline = [
  [200, 340],
  [262, 395],
  [345, 300],
  [545, 530],
  [610, 470],
  [350, 175],
];

const dashes = Array.from({ length: 10 }, (_, index) => ring(357, 283, index / 10, 0.06)).flat();
const row = (y: number) => line([50, y], [750, y]);

/** The drawings of the template, each under the sign that says the same. */
const icons = {
  "v-true": ["✔", [arc(360), tick.toReversed()]],
  "v-mostly": ["◕", [...frame, slice(0, 0.75)]],
  "v-half": ["◒", [...frame, slice(0.25, 0.5)]],
  "v-barely": ["◔", [...frame, slice(0, 0.25)]],
  "v-false": ["⊗", [...frame, line([270, 460], [530, 200]), line([270, 200], [530, 460])]],
  "v-off": ["⊖", [...dashes, line([275, 330], [525, 330])]],
  supports: ["+", [line([150, 330], [650, 330], 110), line([400, 80], [400, 580], 110)]],
  refutes: ["≠", [line([150, 420], [650, 420]), line([150, 240], [650, 240]), line([260, 60], [540, 600])]],
  context: ["…", [dot(160, 330, 75), dot(400, 330, 75), dot(640, 330, 75)]],
  "s-open": ["╌", [line([50, 330], [230, 330]), line([310, 330], [490, 330]), line([570, 330], [750, 330])]],
  "s-progress": ["─", [row(330)]],
  "s-proposed": ["═", [row(430), row(230)]],
  "s-returned": [
    "∿",
    [
      line([50, 230], [225, 430]),
      line([225, 430], [400, 230]),
      line([400, 230], [575, 430]),
      line([575, 430], [750, 230]),
    ],
  ],
  "s-approved": ["┄", [110, 303, 497, 690].map((x) => dot(x, 330, 65))],
  "s-published": ["┅", [110, 303, 497, 690].map((x) => dot(x, 330, 65))],
  "s-stale": ["▨", [50, 260, 470].map((x) => line([x, 90], [x + 280, 570], 70))],
  "s-withdrawn": ["⨯", [row(330), line([260, 520], [540, 140], 80), line([540, 520], [260, 140], 80)]],
} as const satisfies Readonly<Record<string, readonly [string, readonly Outline[]]>>;

export const iconFamily = "stet icons 1";

/** The drawings as a font, for what is drawn a thousand times over. */
export function iconFont(): Buffer {
  const glyphs = Object.values(icons).map(
    ([sign, outlines]): Glyph => ({ letter: sign.codePointAt(0) ?? 0, outlines }),
  );
  return drawnFont(
    glyphs.toSorted((a, b) => a.letter - b.letter),
    { family: iconFamily, width: 800 },
  );
}

/** The sign of each drawing, for the template. */
export function iconSigns(): Record<string, string> {
  return Object.fromEntries(Object.entries(icons).map(([look, [sign]]) => [look, sign]));
}
