import { zipSync } from "fflate";
import { expect, test } from "vitest";
import { withPart } from "#lib/formats/edition/zip-part.ts";
import { openArchive } from "#lib/formats/import/archive.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const types = '<?xml version="1.0"?><Types xmlns="x"><Default Extension="xml" ContentType="application/xml"/></Types>';
const at = new Date("2026-03-29T02:30:59.999Z");

function container(mtime: string): Uint8Array {
  return zipSync({ "[Content_Types].xml": encode(types), "xl/a.xml": encode("<a/>") }, { mtime, level: 0 });
}

async function read(zip: Uint8Array, name: string): Promise<string | null> {
  const archive = await openArchive(zip);
  if (!archive.ok) throw new Error(archive.error.kind);
  const part = await archive.value.read(name);
  return part.ok && part.value !== null ? new TextDecoder().decode(part.value) : null;
}

test("the part is added and declared, the others stay", async () => {
  const zip = await withPart(container("2001-02-03T04:05:06"), "stet/edition.json", encode('{"ä":1}'), at);
  expect(await read(zip, "stet/edition.json")).toBe('{"ä":1}');
  expect(await read(zip, "xl/a.xml")).toBe("<a/>");
  expect(await read(zip, "[Content_Types].xml")).toContain(
    '<Types xmlns="x"><Default Extension="json" ContentType="application/json"/><Default Extension="xml"',
  );
});

test("the same parts give the same bytes, whenever they were zipped and wherever the machine stands", async () => {
  const zone = process.env.TZ;
  const made: string[] = [];
  for (const TZ of ["UTC", "Europe/Berlin", "Pacific/Apia", "America/New_York"]) {
    process.env.TZ = TZ;
    const zip = await withPart(
      container(`20${10 + made.length}-02-03T04:05:06`),
      "stet/edition.json",
      encode("{}"),
      at,
    );
    made.push(Buffer.from(zip).toString("base64"));
  }
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
  expect(new Set(made).size).toBe(1);
  const first = Buffer.from(made[0] ?? "", "base64");
  expect([first.readUInt16LE(10), first.readUInt16LE(12)]).toEqual([
    (2 << 11) | (30 << 5) | 29,
    (46 << 9) | (3 << 5) | 29,
  ]);
});

test("a part that is there is replaced, and declared once", async () => {
  const once = await withPart(container("2001-02-03T04:05:06"), "stet/edition.json", encode("1"), at);
  const twice = await withPart(once, "stet/edition.json", encode("2"), at);
  expect(await read(twice, "stet/edition.json")).toBe("2");
  expect((await read(twice, "[Content_Types].xml"))?.split('Extension="json"').length).toBe(2);
});

test("what is no container throws", async () => {
  await expect(withPart(encode("no"), "a.json", encode("{}"), at)).rejects.toThrow("cannot be read");
});
