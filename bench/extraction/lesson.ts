import type { Lesson } from "./boosted-trees.ts";
import type { Sample } from "./samples.ts";

/** What the forest learns from: a block counts by its letters, as a share of the article of its page. */
export function lessonOf(samples: readonly Sample[], rowsOf: (sample: Sample) => readonly Float32Array[]): Lesson {
  const rows: Float32Array[] = [];
  const wanted: number[] = [];
  const weight: number[] = [];
  for (const sample of samples) {
    const article = sample.texts.reduce((sum, text, index) => sum + text.length * (sample.shares[index] ?? 0), 0);
    if (article < leastArticle) continue;
    for (const [index, row] of rowsOf(sample).entries()) {
      rows.push(row);
      wanted.push((sample.shares[index] ?? 0) >= 0.5 ? 1 : 0);
      const part = sample.isCut ? cutPart : 1;
      weight.push(part * Math.min(3, (20 * ((sample.texts[index]?.length ?? 0) + 15)) / (article + 300)));
    }
  }
  return { rows, wanted: Float64Array.from(wanted), weight: Float64Array.from(weight) };
}

const leastArticle = 200;
/** What a page counts whose article was made to break off. */
const cutPart = 0.12;
