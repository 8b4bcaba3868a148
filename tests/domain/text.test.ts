import fc from "fast-check";
import { expect, test } from "vitest";
import type { BlockDraft, DraftMark, Run, RunMark } from "#lib/domain/block.ts";
import { blockTypes } from "#lib/domain/block.ts";
import { type ComposedText, composeText } from "#lib/domain/text.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const awkward = [
  ..." \t\n\r\v\f\u0000\u001B\u007F\u0085\u009F\u00A0\u00AD\u200B\u200D\u2028\u2029\u3000\uFEFF\uFFFE",
  ..."\u0301\u0316\u0327\u064B\u093C\u1100\u1161\u11A8\u{1D157}\u{1D165}\u{16D67}\u212B\uFB1D\uFB01",
  "\uD83D",
  "\uDE00",
  "\r\n",
  "\n\n",
];
const unit = fc.oneof(
  fc.constantFrom(...awkward),
  fc.constantFrom(..."aeéoнعש字🙂"),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
);
const mark: fc.Arbitrary<RunMark> = fc.oneof(
  fc.constantFrom("emphasis" as const, "strong" as const).map((type) => ({ type })),
  fc.constantFrom("https://a.example/", "https://b.example/").map((href) => ({ type: "link" as const, href })),
);
const draftsOf = (letters: fc.Arbitrary<string>): fc.Arbitrary<BlockDraft[]> => {
  const run = fc.record({ text: fc.string({ unit: letters, maxLength: 8 }), marks: fc.array(mark, { maxLength: 3 }) });
  const runs = fc.array(run, { maxLength: 5 });
  const level = fc.integer({ min: 1, max: 6 });
  return fc.array(fc.record({ type: fc.constantFrom(...blockTypes), level, runs }), { maxLength: 5 });
};
const hostile = draftsOf(unit);
const plain = draftsOf(fc.constantFrom(..."abcdeé \t"));

const law = <T>(drafts: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(drafts, holds), { numRuns: 2000 });

const sliceOf = (composed: ComposedText, at: { readonly start: number; readonly end: number }) =>
  composed.text.slice(at.start, at.end);
const inkOf = (text: string) => text.replace(/[\s\u0085]+/gu, "");
const keyOf = (mark: DraftMark) => (mark.type === "link" ? mark.href : mark.type);

test("the blocks' slices joined by blank lines are the text, and a blank line always parts two blocks", () => {
  law(hostile, (drafts) => {
    const composed = composeText(drafts);
    const slices = composed.blocks.map((block) => sliceOf(composed, block));
    expect(slices.join("\n\n")).toBe(composed.text);
    if (slices.length > 0) expect(composed.text.split("\n\n")).toEqual(slices);
    expect(composed.blocks.map((block) => block.index)).toEqual(slices.map((_, index) => index));
    for (const slice of slices) expect(slice.trim()).not.toBe("");
  });
});

test("the text is Unicode NFC and well formed, without controls", () => {
  law(hostile, (drafts) => {
    const { text } = composeText(drafts);
    expect(text.normalize("NFC")).toBe(text);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF]/);
  });
});

test("a character cut in two between runs is whole again, wherever the cut", () => {
  for (let code = 0xa0; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const parts = [...String.fromCodePoint(code).normalize("NFD")];
    for (let cut = 1; cut < parts.length; cut++) {
      const halves = [parts.slice(0, cut), parts.slice(cut)];
      const runs = halves.map((half): Run => ({ text: half.join("").normalize("NFC"), marks: [] }));
      const { text } = composeText([{ type: "paragraph", runs }]);
      if (text !== parts.join("").normalize("NFC")) expect.fail(`U+${code.toString(16)} cut at ${cut} is ${text}`);
    }
  }
});

test("outside code white space is one space, or the tabs that part cells, empty ones too", () => {
  law(hostile, (drafts) => {
    const composed = composeText(drafts);
    for (const block of composed.blocks.filter((block) => block.type !== "code")) {
      const slice = sliceOf(composed, block);
      expect(slice).not.toMatch(block.type === "table-row" ? /[^\S \t]| {2}| \t|\t |^ |\s$/u : /[^\S ]| {2}|^\s|\s$/u);
    }
  });
});

test("the words stay the words, in order", () => {
  law(plain, (drafts) => {
    const words = drafts.flatMap((draft) => wordsOf(draft.runs.map((run) => run.text).join("")));
    expect(wordsOf(composeText(drafts).text)).toEqual(words);
  });
});

test("white space of every kind parts words; what is invisible does not", () => {
  for (const space of [" ", "\t", "\n", "\v", "\f", "\r", "\u0085", "\u00A0", "\u2028", "\u3000"]) {
    expect(composeText([{ type: "paragraph", runs: [{ text: `page${space}end`, marks: [] }] }]).text).toBe("page end");
  }
  expect(composeText([{ type: "paragraph", runs: [{ text: "\uFEFFpa\u0000ge", marks: [] }] }]).text).toBe("page");
});

test("marks lie inside their block, in order, and touch no surrogate's middle and no outer white space", () => {
  law(hostile, (drafts) => {
    const composed = composeText(drafts);
    for (const block of composed.blocks) {
      for (const mark of block.marks) {
        expect(mark.start).toBeGreaterThanOrEqual(block.start);
        expect(mark.end).toBeLessThanOrEqual(block.end);
        expect(sliceOf(composed, mark)).not.toMatch(/^$|^\s|\s$/u);
        expect(sliceOf(composed, mark).isWellFormed()).toBe(true);
      }
      const starts = block.marks.map((mark) => mark.start);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      for (const same of Object.values(Object.groupBy(block.marks, keyOf))) {
        same?.reduce((before, mark) => {
          expect(mark.start).toBeGreaterThan(before.end);
          return mark;
        });
      }
    }
  });
});

test("a mark covers the words of the runs that had it, and not the space around them", () => {
  law(plain, (drafts) => {
    const composed = composeText(drafts);
    const prose = drafts.filter(
      (draft) => draft.type !== "code" && inkOf(draft.runs.map((r) => r.text).join("")) !== "",
    );
    const blocks = composed.blocks.filter((block) => block.type !== "code");
    expect(blocks).toHaveLength(prose.length);
    for (const [index, block] of blocks.entries()) {
      const runs = prose[index]?.runs ?? [];
      for (const key of new Set(runs.flatMap((run) => run.marks.map(keyOf)))) {
        const drafted = runs.filter((run) => run.marks.some((mark) => keyOf(mark) === key)).map((run) => run.text);
        const covered = block.marks.filter((mark) => keyOf(mark) === key).map((mark) => sliceOf(composed, mark));
        expect(inkOf(covered.join(""))).toBe(inkOf(drafted.join("")));
        for (const words of covered) expect(words).toBe(words.trim());
      }
    }
  });
});

test("composing its own output changes nothing", () => {
  law(hostile, (drafts) => {
    const composed = composeText(drafts);
    expect(composeText(draftsFrom(composed))).toEqual(composed);
  });
});

test("a huge text is composed in linear time", () => {
  const texts = ["word ".repeat(200_000), `x${" ".repeat(500_000)}y`, "\u0301".repeat(500_000), "\n".repeat(500_000)];
  const runs = texts.map((text): Run => ({ text: `${text}z`, marks: [{ type: "strong" }] }));
  const many = Array.from({ length: 100_000 }, (): Run => ({ text: "\u0301\uD83D ", marks: [{ type: "emphasis" }] }));
  const began = processorTime();
  for (const type of ["paragraph", "code"] as const) composeText([{ type, runs: [...runs, ...many] }]);
  expect(processorTime() - began).toBeLessThan(10_000);
});

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

/** Cuts every block at the ends of its marks: the drafts a reader of the composed text would yield. */
function draftsFrom(composed: ComposedText): BlockDraft[] {
  return composed.blocks.map((block) => {
    const ends = [block.start, block.end, ...block.marks.flatMap((mark) => [mark.start, mark.end])];
    const cuts = [...new Set(ends)].toSorted((a, b) => a - b);
    const runs = cuts.slice(1).map((end, index) => {
      const start = cuts[index] ?? end;
      const covering = block.marks.filter((mark) => mark.start <= start && mark.end >= end);
      return { text: composed.text.slice(start, end), marks: covering.map(withoutPlace) };
    });
    return { type: block.type, ...(block.level === null ? {} : { level: block.level }), runs };
  });
}

function withoutPlace(mark: RunMark): RunMark {
  return mark.type === "link" ? { type: mark.type, href: mark.href } : { type: mark.type };
}

test("an empty cell keeps its column", () => {
  const row = { type: "table-row" as const, runs: [{ text: "a\t\tb", marks: [] }] };
  expect(composeText([row]).text).toBe("a\t\tb");
});
