import { expect, test } from "vitest";
import { readApart } from "#lib/server/reading-threads.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a document is read in a thread as it is read anywhere", async () => {
  const read = await readApart({ bytes: bytes("# Ferry\n\nIt carried 212 passengers."), fileName: "a.md" });
  expect(read).toMatchObject({ ok: true, value: { format: "markdown", metadata: { title: { value: "Ferry" } } } });
  expect(await readApart({ bytes: bytes("") })).toEqual({ ok: false, error: { kind: "empty" } });
});

test("many at once are all answered, each with its own", async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, async (_, index) => {
      const read = await readApart({ bytes: bytes(`Boat ${index} sailed.\n\nThen it came back.`), fileName: "a.txt" });
      return read.ok ? read.value.blocks[0]?.runs[0]?.text : read.error.kind;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 30 }, (_, index) => `Boat ${index} sailed.`));
});
