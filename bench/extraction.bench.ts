import { parseArgs } from "node:util";
import { contenders } from "./extraction/contenders.ts";
import type { Corpus, Half } from "./extraction/corpus.ts";
import { readCorpora } from "./extraction/corpus.ts";
import { type Judged, judge } from "./extraction/judge.ts";
import { linesOf } from "./extraction/lines.ts";
import { tableOf } from "./placement/table.ts";

// Options, on the command line or in STET_BENCH_EXTRACTION for `npm run bench`: the folder of the corpora; which half of
// the pages (held-out, tuning, both).
const { values: options } = parseArgs({
  args: [...(process.env.STET_BENCH_EXTRACTION ?? "").split(" ").filter(Boolean), ...process.argv.slice(2)],
  options: { corpus: { type: "string" }, half: { type: "string", default: "held-out" } },
});
const halves: readonly Half[] = ["held-out", "tuning", "both"];
const half = halves.find((name) => name === options.half);
if (half === undefined) throw new Error(`Halves: ${halves.join(", ")}.`);

if (options.corpus === undefined) {
  process.stdout.write(
    "How well is the article told from the page? Needs corpora: --corpus DIR, see bench/extraction/corpus.ts.\n",
  );
} else {
  for (const corpus of readCorpora(options.corpus, half)) await report(corpus);
}

/** In turns, so that a slow moment of the machine meets all; one page goes first to warm up. */
async function report({ name, pages }: Corpus): Promise<void> {
  const judged: { stet: Judged[]; readability: Judged[]; defuddle: Judged[] } = {
    stet: [],
    readability: [],
    defuddle: [],
  };
  for (const page of [...pages.slice(0, 1), ...pages]) {
    judged.stet.push(judge(page, await contenders.stet.read(page)));
    judged.readability.push(judge(page, await contenders.readability.read(page)));
    judged.defuddle.push(judge(page, await contenders.defuddle.read(page)));
  }
  const lines = linesOf({
    name,
    stet: judged.stet.slice(1),
    readability: judged.readability.slice(1),
    defuddle: judged.defuddle.slice(1),
  });
  process.stdout.write(tableOf(`Is the article told from the page? (${name}, ${pages.length} pages, ${half})`, lines));
}
