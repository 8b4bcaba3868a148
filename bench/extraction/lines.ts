import type { Line } from "../placement/table.ts";
import { intervalOf } from "./bootstrap.ts";
import type { Judged, Verdict } from "./judge.ts";

type JudgedCorpus = {
  readonly name: string;
  readonly stet: readonly Judged[];
  readonly readability: readonly Judged[];
  readonly defuddle: readonly Judged[];
};

const targets: ReadonlyMap<string, number> = new Map([
  ["scrapinghub", 0.965],
  ["wcxb-dev", 0.95],
]);

/** The corpus's figures against the targets of the import. Where only some pages know a thing, the others do not count. */
export function linesOf(judged: JudgedCorpus): Line[] {
  const target = targets.get(judged.name) ?? null;
  const own = meanF1(judged.stet);
  const peers = [
    ["Readability", judged.readability],
    ["defuddle", judged.defuddle],
  ] as const;
  const lines: Line[] = [
    {
      measure: "F1, mean of the pages",
      figure: own.toFixed(4),
      target: target === null ? "" : `at least ${target}`,
      met: target === null ? null : own >= target,
    },
    { measure: "F1 of mean precision and recall", figure: pooled(judged.stet), target: "", met: null },
  ];
  for (const [name, answers] of peers) {
    const { low, high } = intervalOf(differences(judged.stet, answers));
    lines.push(
      { measure: `${name}, mean of the pages`, figure: meanF1(answers).toFixed(4), target: "", met: null },
      { measure: `${name}, of means`, figure: pooled(answers), target: "", met: null },
      {
        measure: `better than ${name}, 95 % interval`,
        figure: `${(own - meanF1(answers)).toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`,
        target: "above 0",
        met: low > 0,
      },
    );
  }
  const [bad, ...others] = [judged.stet, judged.readability, judged.defuddle].map(underLimit);
  const fewest = Math.min(...others);
  lines.push({
    measure: "pages under 0.8 (Readability, defuddle)",
    figure: `${bad} (${others.join(", ")})`,
    target: `at most ${fewest / 2}`,
    met: (bad ?? 0) <= fewest / 2,
  });
  return [...lines, ...metadataLines(judged), ...timeLines(judged)];
}

const scoresOf = (judged: readonly Judged[]) => judged.flatMap(({ score }) => score ?? []);
const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const meanF1 = (judged: readonly Judged[]) => mean(scoresOf(judged).map(({ f1 }) => f1));
const underLimit = (judged: readonly Judged[]) => scoresOf(judged).filter(({ f1 }) => f1 < 0.8).length;

function pooled(judged: readonly Judged[]): string {
  const scores = scoresOf(judged);
  const precision = mean(scores.map((score) => score.precision));
  const recall = mean(scores.map((score) => score.recall));
  const f1 = (2 * precision * recall) / (precision + recall);
  return `${f1.toFixed(4)} (precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)})`;
}

function differences(own: readonly Judged[], others: readonly Judged[]): number[] {
  const theirs = scoresOf(others);
  return scoresOf(own).map(({ f1 }, page) => f1 - (theirs[page]?.f1 ?? 0));
}

function metadataLines(judged: JudgedCorpus): Line[] {
  const wanted = [
    ["title", 0.9],
    ["author", 0.75],
    ["date", 0.9],
  ] as const;
  return wanted.flatMap(([field, least]): Line[] => {
    const of = (answers: readonly Judged[], verdict: Verdict) => {
      const known = answers.filter((answer) => answer[field] !== null);
      return known.filter((answer) => answer[field] === verdict).length / known.length;
    };
    const exact = of(judged.stet, "exact");
    if (Number.isNaN(exact)) return [];
    const wrong = of(judged.stet, "wrong");
    const others = `${percent(of(judged.readability, "exact"))}, ${percent(of(judged.defuddle, "exact"))}`;
    const lines: Line[] = [
      {
        measure: `${field} exact (Readability, defuddle)`,
        figure: `${percent(exact)} (${others})`,
        target: `at least ${percent(least)}`,
        met: exact >= least,
      },
    ];
    if (field === "date") {
      lines.push({ measure: "date wrong", figure: percent(wrong), target: "at most 5.0 %", met: wrong <= 0.05 });
    }
    return lines;
  });
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

function timeLines({ stet, readability, defuddle }: JudgedCorpus): Line[] {
  const of = (judged: readonly Judged[]) => mean(judged.map(({ milliseconds }) => milliseconds));
  const ratio = of(stet) / of(readability);
  return [
    {
      measure: "time for a page (Readability, defuddle)",
      figure: `${of(stet).toFixed(1)} ms (${of(readability).toFixed(1)}, ${of(defuddle).toFixed(1)})`,
      target: "",
      met: null,
    },
    { measure: "of Readability's time", figure: `${ratio.toFixed(2)}×`, target: "at most 2×", met: ratio <= 2 },
  ];
}
