import { medianOf } from "./clock.ts";
import type { Measured } from "./measure.ts";
import { addScores, emptyScore, type Score } from "./score.ts";
import type { Line } from "./table.ts";

const rightTargets = new Map([
  ["1 %", 0.997],
  ["5 %", 0.995],
  ["15 %", 0.99],
]);
const aheadTargets = new Map([
  ["5 %", 15],
  ["15 %", 40],
  ["noise", 40],
]);

/** The lines of one kind of edit, over all seeds: counts added up, times as medians. */
export function linesOf(edit: string, measured: readonly Measured[]): Line[] {
  const score = sumOf(measured.map(({ engine }) => engine.score));
  const lines = edit === "noise" ? noiseLines(score) : editLines(edit, score);
  return [...lines, ...wrongLines(score), ...timeLines(edit, measured)].map((line) => {
    return { ...line, measure: `${edit}: ${line.measure}` };
  });
}

function editLines(edit: string, score: Score): Line[] {
  return [
    shareLine("right place", score.right, score.kept, rightTargets.get(edit)),
    shareLine(
      "right place of repeated sentences",
      score.repeatedRight,
      score.repeated,
      edit === "5 %" ? 0.99 : undefined,
    ),
    shareLine("both ends exact", score.exactEnds, score.kept, undefined),
  ];
}

function noiseLines(score: Score): Line[] {
  return [
    shareLine("right place", score.right, score.kept, undefined),
    shareLine("both ends exact", score.exactEnds, score.kept, 0.999),
  ];
}

function wrongLines(score: Score): Line[] {
  return [
    countLine("silently wrong places", score.silentlyWrong, score.kept + score.deleted),
    countLine("called exact or moved on other words", score.otherWords, score.kept + score.deleted),
    countLine("deleted, attached without asking", score.deletedAttached, score.deleted),
    {
      measure: "deleted, offered as changed",
      figure: `${percent(score.deletedOffered, score.deleted)} of ${score.deleted}`,
      target: "at most 2 %",
      met: score.deletedOffered <= score.deleted * 0.02,
    },
  ];
}

function timeLines(edit: string, measured: readonly Measured[]): Line[] {
  const engine = medianOf(measured.map(({ engineTime }) => engineTime));
  const tokens = medianOf(measured.map(({ engineTime, tokeniseTime }) => engineTime / tokeniseTime));
  const ahead = medianOf(measured.map(({ engineTime, yardstickTime }) => yardstickTime / engineTime));
  const yardstick = sumOf(measured.map((one) => one.yardstick.score));
  const aheadTarget = aheadTargets.get(edit);
  const tokenTarget = edit === "5 %" || edit === "15 %" ? 4 : null;
  return [
    {
      measure: `time over tokenising alone (${engine.toFixed(0)} ms in all)`,
      figure: `${tokens.toFixed(2)}×`,
      target: tokenTarget === null ? "" : `at most ${tokenTarget}×`,
      met: tokenTarget === null ? null : tokens <= tokenTarget,
    },
    {
      measure: `ahead of the yardstick (${medianOf(measured.map((one) => one.yardstickTime)).toFixed(0)} ms)`,
      figure: `${ahead.toFixed(1)}×`,
      target: aheadTarget === undefined ? "" : `${aheadTarget}×`,
      met: aheadTarget === undefined ? null : ahead >= aheadTarget,
    },
    shareLine("the yardstick's right place", yardstick.right, yardstick.kept, undefined),
  ];
}

function sumOf(scores: readonly Score[]): Score {
  return scores.reduce(addScores, emptyScore);
}

function shareLine(measure: string, count: number, all: number, target: number | undefined): Line {
  return {
    measure,
    figure: `${percent(count, all)} of ${all}`,
    target: target === undefined ? "" : `${+(target * 100).toFixed(2)} %`,
    met: target === undefined ? null : count >= all * target,
  };
}

function countLine(measure: string, count: number, all: number): Line {
  return { measure, figure: `${count} of ${all}`, target: "0", met: count === 0 };
}

function percent(count: number, all: number): string {
  return all === 0 ? "none" : `${((100 * count) / all).toFixed(2)} %`;
}
