import fc from "fast-check";
import { expect, test } from "vitest";
import { archiveLimits, openArchive } from "#lib/formats/import/archive.ts";
import { makeZip } from "#tests/support/make-zip.ts";

async function kindOf(bytes: Uint8Array, name = "a.xml"): Promise<string> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive.error.kind;
  const read = await archive.value.read(name);
  if (!read.ok) return read.error.kind;
  return read.value === null ? "missing" : "read";
}

test("a part is read as it was put in, deflated or stored", async () => {
  for (const deflate of [true, false]) {
    const archive = await openArchive(makeZip([{ name: "a/ü.xml", data: "<a>ö</a>", deflate }]));
    if (!archive.ok) throw new Error(archive.error.kind);
    expect(archive.value.names).toEqual(["a/ü.xml"]);
    const read = await archive.value.read("a/ü.xml");
    expect(read.ok && new TextDecoder().decode(read.value ?? undefined)).toBe("<a>ö</a>");
  }
  expect(await kindOf(makeZip([{ name: "b", data: "x" }]))).toBe("missing");
});

test("names that leave the folder, names twice and encrypted parts are refused", async () => {
  for (const name of ["../a.xml", "/a.xml", "C:/a.xml", "a/../../b", "a\\..\\b"]) {
    expect(await kindOf(makeZip([{ name, data: "x" }]), name), name).toBe("damaged");
  }
  expect(
    await kindOf(
      makeZip([
        { name: "a.xml", data: "x" },
        { name: "a.xml", data: "y" },
      ]),
    ),
  ).toBe("damaged");
  expect(await kindOf(makeZip([{ name: "a.xml", data: "x", flags: 1 }]))).toBe("encrypted");
});

test("a bomb is refused, whether it says its size or lies", async () => {
  const data = new Uint8Array(archiveLimits.entryBytes + 1);
  expect(await kindOf(makeZip([{ name: "a.xml", data }]))).toBe("too-large");
  expect(await kindOf(makeZip([{ name: "a.xml", data, claims: 10 }]))).toBe("damaged");
  const half = new Uint8Array(archiveLimits.bytes / 2 - 1);
  const archive = await openArchive(makeZip([1, 2, 3].map((n) => ({ name: `${n}`, data: half }))));
  if (!archive.ok) throw new Error(archive.error.kind);
  const kinds = [];
  for (const name of archive.value.names) {
    const read = await archive.value.read(name);
    kinds.push(read.ok ? "read" : read.error.kind);
  }
  expect(kinds).toEqual(["read", "read", "too-large"]);
});

test("more parts than the limit are refused", async () => {
  const parts = Array.from({ length: archiveLimits.entries + 1 }, (_, index) => ({ name: `${index}`, data: "" }));
  expect(await kindOf(makeZip(parts))).toBe("too-complex");
});

test("whatever the bytes are, the answer is a part or a kind of problem", async () => {
  const valid = makeZip([
    { name: "a.xml", data: "<a/>".repeat(50) },
    { name: "b", data: "stored", deflate: false },
  ]);
  const broken = fc.array(fc.tuple(fc.nat(valid.byteLength - 1), fc.nat(255)), { maxLength: 8 }).map((edits) => {
    const bytes = valid.slice();
    for (const [at, value] of edits) bytes[at] = value;
    return bytes;
  });
  await fc.assert(
    fc.asyncProperty(fc.oneof(broken, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
      expect(["read", "missing", "damaged", "encrypted", "too-large", "too-complex"]).toContain(await kindOf(bytes));
    }),
    { numRuns: 300 },
  );
});
