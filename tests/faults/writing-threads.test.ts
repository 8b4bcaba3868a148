import { expect, test } from "vitest";
import { editionFormats } from "#lib/domain/edition.ts";
import { previewToHtml } from "#lib/formats/edition/preview-html.ts";
import { writeEdition } from "#lib/formats/edition/write-edition.ts";
import { pageApart, writeApart } from "#lib/server/writing-threads.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";

const signed = signedEdition();
const formats = editionFormats.filter((format) => !format.startsWith("pdf"));

test("an edition is written in a thread as it is written anywhere, many at once", { timeout: 60_000 }, async () => {
  const apart = await Promise.all(formats.map((format) => writeApart(signed, format)));
  for (const [index, format] of formats.entries()) {
    const { bytes, type, fileName } = await writeEdition(signed, format);
    expect(apart[index], format).toEqual({ bytes: new Uint8Array(bytes), type, fileName });
  }
  const { edition } = signed;
  expect(await pageApart({ kind: "preview", edition })).toBe(await previewToHtml(edition));
});

test("what its writer fails of is said, and the next is written all the same", { timeout: 60_000 }, async () => {
  const broken = { ...signed, edition: { ...signed.edition, publishedAt: "never" } };
  await expect(writeApart(broken, "docx")).rejects.toThrow("Invalid time value");
  expect((await writeApart(signed, "docx")).bytes.length).toBeGreaterThan(1000);
});
