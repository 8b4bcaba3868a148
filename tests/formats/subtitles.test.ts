import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { readDocument } from "#lib/formats/import/read-document.ts";
import { read } from "#tests/formats/reading.ts";
import { processorTime } from "#tests/support/processor-time.ts";

/** "from-to text" per block. */
async function told(text: string, fileName = "a.vtt"): Promise<string[]> {
  const document = await read(text, { fileName });
  expect(document.format).toBe("subtitles");
  return document.blocks.map(({ place, runs }) => {
    const times = place !== undefined && "from" in place ? `${place.from}-${place.to}` : "nowhere";
    return `${times} ${runs.map((run) => run.text).join("")}`;
  });
}

const talk = `WEBVTT - A talk on engines
Kind: captions
Language: en

STYLE
::cue { color: red }

NOTE a remark
that goes on

1
00:01.500 --> 00:03.000 align:start position:0%
<v Ada Lovelace>The engine was <i>never</i>

00:03.000 --> 00:05.000
<v Ada Lovelace>built. It could &amp; would work.

00:05.100 --> 00:06.000
<v.loud Babbage>Indeed.</v> <v Ada Lovelace>Yes.

01:00:06.100 --> 01:00:07.000
SPEAKER 2: A later word
and more.
`;

describe("WebVTT", () => {
  test("cues become sentences with their times, one voice at a time", async () => {
    expect(await told(talk)).toEqual([
      "1500-5000 Ada Lovelace: The engine was never built.",
      "3000-5000 It could & would work.",
      "5100-6000 Babbage: Indeed.",
      "5100-6000 Ada Lovelace: Yes.",
      "3606100-3607000 SPEAKER 2: A later word and more.",
    ]);
  });

  test("its header names the title and the language", async () => {
    const { metadata } = await read(talk, { fileName: "a.txt" });
    expect(metadata.title).toEqual({ value: "A talk on engines", from: "the first line" });
    expect(metadata.language).toEqual({ value: "en", from: "the file's header" });
  });

  test("captions that roll up the screen are read once", async () => {
    const rolling = [
      "00:00:00.000 --> 00:00:02.000\nhello<00:00:00.500><c> and</c><c> welcome</c>",
      "00:00:02.000 --> 00:00:02.010\nhello and welcome",
      "00:00:02.010 --> 00:00:04.000\nhello and welcome\nto<00:00:02.500><c> the show</c>",
      "00:00:04.000 --> 00:00:04.010\nto the show",
      "00:00:04.010 --> 00:00:06.000\nto the show\nabout facts",
    ];
    expect(await told(`WEBVTT\n\n${rolling.join("\n\n")}\n`)).toEqual([
      "0-6000 hello and welcome to the show about facts",
    ]);
  });

  test("a line that is said twice stays twice", async () => {
    const twice =
      "WEBVTT\n\n00:01.000 --> 00:02.000\nNo.\n\n00:02.500 --> 00:03.000\nNo.\n\n00:03.100 --> 00:04.000\nYes.\n";
    expect(await told(twice)).toEqual(["1000-2000 No.", "2500-3000 No.", "3100-4000 Yes."]);
  });
});

describe("SubRip", () => {
  test("numbers, positions and fonts go; words of a broken cue stay; dashes part voices", async () => {
    const film =
      '1\r\n00:00:01,5 --> 00:00:02,000\r\n{\\an8}<font color="x">Hello there.</font>\r\n\r\n2\r\n00:00:02,000 --> 00:00:04,000\r\n- One?\r\n- Two.\r\n\r\n3\r\n00:00:0x --> 00:00:04,000\r\nLater.\r\n\r\n4\r\n00:00:05,000 --> 00:00:06,000\r\nIn 1984.\r\n\r\n';
    expect(await told(film, "a.srt")).toEqual([
      "1500-2000 Hello there.",
      "2000-4000 - One?",
      "2000-4000 - Two.",
      "2000-4000 Later.",
      "5000-6000 In 1984.",
    ]);
  });

  test("machine captions without full stops are cut at cues, Japanese is joined without spaces", async () => {
    const cue = (index: number) =>
      `${index}\n00:00:${10 + index},000 --> 00:00:${11 + index},000\nword and word and word again and ${index}\n`;
    const long = await told(Array.from({ length: 40 }, (_, index) => cue(index + 1)).join("\n"), "a.srt");
    expect(long.length).toBeGreaterThan(2);
    for (const block of long) expect(block.length).toBeLessThan(450);
    const japanese = "1\n00:00:01,000 --> 00:00:02,000\n会計を\n\n2\n00:00:02,000 --> 00:00:03,000\n公表する。\n";
    expect(await told(japanese, "a.srt")).toEqual(["1000-3000 会計を公表する。"]);
  });
});

describe("subtitles, whatever comes", () => {
  const words = fc.array(fc.constantFrom("alpha", "beta.", "Gamma", "delta?", "42"), { minLength: 1, maxLength: 6 });

  test("every word that is said is there once, in order, within the time of its cue", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(words, { minLength: 1, maxLength: 20 }), async (cues) => {
        const said = cues.map((cue, index) => [...cue, `n${index}`].join(" "));
        const at = (index: number) => `00:${String(index).padStart(2, "0")}.000`;
        const source = said.map((text, index) => `${at(index)} --> ${at(index + 1)}\n<c>${text}</c>\n`).join("\n");
        const document = await read(`WEBVTT\n\n${source}`, { fileName: "a.vtt" });
        expect(document.blocks.map(({ runs }) => runs.map((run) => run.text).join("")).join(" ")).toBe(said.join(" "));
        for (const { place, runs } of document.blocks) {
          const text = runs.map((run) => run.text).join("");
          for (const [, index] of text.matchAll(/\bn(\d+)/g)) {
            expect(place !== undefined && "from" in place && place.from).toBeLessThanOrEqual(Number(index) * 1000);
            expect(place !== undefined && "to" in place && place.to).toBeGreaterThanOrEqual(
              Number(index) * 1000 + 1000,
            );
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("pieces of captions in any order are read or refused", async () => {
    const pieces = [
      "WEBVTT",
      "\n",
      "\n\n",
      "00:01.000 --> 00:02.000",
      "-->",
      "<v A>",
      "<v ",
      "</v>",
      "<00:01.0>",
      "{\\an8}",
      "&#xD800;",
      "&#99999999;",
      "NOTE",
      "9",
      "- x",
      "A: b. C",
      "\r",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), async (parts) => {
        const text = `WEBVTT\n\n00:01.000 --> 00:02.000\n${parts.join("")}`;
        const result = await readDocument({ bytes: new TextEncoder().encode(text), format: "subtitles" });
        if (result.ok) expect(composeText(result.value.blocks).text.isWellFormed()).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("a day of captions is read in seconds", { timeout: 20_000 }, async () => {
    const cue = (index: number) =>
      `${index}\n${clock(index)},000 --> ${clock(index + 1)},000\nand on and on ${index}\n`;
    const clock = (second: number) =>
      [second / 3600, (second / 60) % 60, second % 60]
        .map((part) => String(Math.floor(part)).padStart(2, "0"))
        .join(":");
    const begun = processorTime();
    const document = await read(Array.from({ length: 86_400 }, (_, index) => cue(index)).join("\n"), {
      fileName: "a.srt",
    });
    expect(document.blocks.length).toBeGreaterThan(1_000);
    expect(processorTime() - begun).toBeLessThan(10_000);
  });
});
