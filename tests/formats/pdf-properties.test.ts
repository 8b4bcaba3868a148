import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { readPdf } from "#lib/formats/import/pdf/read-pdf.ts";
import type { PdfWords } from "#tests/support/make-pdf.ts";
import { makePdf } from "#tests/support/make-pdf.ts";
import { processorTime } from "#tests/support/processor-time.ts";

const limit = 10_000;

// The runner's own listener fails the run even for rejections that the reader lets go.
const listeners = process.listeners("unhandledRejection");
beforeAll(() => {
  process.removeAllListeners("unhandledRejection");
});
afterAll(() => {
  for (const listener of listeners) process.on("unhandledRejection", listener);
});

async function readInTime(bytes: Uint8Array): Promise<void> {
  const began = processorTime();
  const result = await readPdf(bytes);
  expect(processorTime() - began).toBeLessThan(limit);
  if (!result.ok) return;
  const { blocks } = composeText(result.value.blocks);
  for (const { before } of result.value.dropped) expect(before).toBeLessThanOrEqual(result.value.blocks.length);
  for (const { place } of blocks) expect(place).toHaveProperty("page");
}

const face = fc.constantFrom("plain" as const, "bold" as const, "italic" as const, "mono" as const, "unicode" as const);
const words: fc.Arbitrary<PdfWords> = fc.record({
  text: fc.oneof(
    fc.constantFrom("1", "•", "a-", "Word", "12 words.", "سفينة", "- ", "¨u", "1. One"),
    fc.string({ maxLength: 40 }),
  ),
  x: fc.double({ min: -50, max: 700, noNaN: true }),
  y: fc.double({ min: -50, max: 900, noNaN: true }),
  size: fc.constantFrom(0.1, 6, 10, 12, 400),
  face,
});
const sheets = fc.array(fc.record({ words: fc.array(words, { maxLength: 40 }), picture: fc.boolean() }), {
  minLength: 1,
  maxLength: 4,
});

const sample = makePdf({
  sheets: [
    {
      words: [{ text: "The board bought two boats", x: 60, y: 100 }],
      links: [{ url: "https://a.example", box: [0, 0, 90, 110] }],
    },
    { words: [{ text: "that were to pay for themselves.", x: 60, y: 100, face: "unicode" }], picture: true },
  ],
  info: { Title: "Two boats", CreationDate: "D:2026" },
});

test("words strewn over a page are read", async () => {
  await fc.assert(
    fc.asyncProperty(sheets, (some) => readInTime(makePdf({ sheets: some }))),
    { numRuns: 60 },
  );
});

test("a PDF with bytes changed, cut out or doubled is read or refused, in bounded time", async () => {
  const change = fc.record({
    at: fc.nat(sample.length - 1),
    length: fc.nat(40),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom("1 0 R", "-1", "99999999999", "<<", "[", "endobj", "stream\n", "/Kids [2 0 R]")
        .map((text) => new TextEncoder().encode(text)),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      let bytes = Buffer.from(sample);
      for (const { at, length, bytes: put } of changes) {
        bytes = Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + length)]);
      }
      await readInTime(new Uint8Array(bytes));
    }),
    { numRuns: 150 },
  );
});

test("arbitrary bytes are refused", async () => {
  const bytes = fc.uint8Array({ maxLength: 1_000 }).map((tail) => Buffer.concat([Buffer.from("%PDF-1.4\n"), tail]));
  await fc.assert(
    fc.asyncProperty(bytes, async (some) => {
      const result = await readPdf(some);
      expect(result.ok).toBe(false);
    }),
    { numRuns: 60 },
  );
});
