import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editionFormats } from "#lib/domain/edition.ts";
import { needsSidecar, sidecarOf, writeEdition } from "#lib/formats/edition/write-edition.ts";
import { compareFile } from "#lib/formats/proof/compare-file.ts";
import { publishedKeys } from "#lib/formats/proof/published-keys.ts";
import { reckon } from "#lib/formats/proof/verify-edition.ts";
import { verifyFile } from "#lib/formats/proof/verify-file.ts";

const folder = join(import.meta.dirname, "..", "..", "docs", "sample-report");
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const keys = publishedKeys.parse(JSON.parse(readFileSync(join(folder, "ferry.keys.json"), "utf8")));
const signed = JSON.parse(readFileSync(join(folder, "ferry.json"), "utf8"));

/** As the exports were named: `ferry` and what each format ends in. */
async function nameOf(format: (typeof editionFormats)[number]): Promise<string> {
  const { fileName } = await writeEdition(signed, format);
  return fileName.replace(/^.*?-edition-\d+/, "ferry");
}

test.each(editionFormats)("the sample report as %s is genuine, and what this release writes", async (format) => {
  const name = await nameOf(format);
  const sidecar = needsSidecar(format) ? { sidecar: bytesOf(sidecarOf(signed, name).fileName) } : {};
  const answer = await verifyFile(
    { name, bytes: bytesOf(name), ...sidecar },
    { reckon, trustFor: async () => ({ keys }), compare: (own, found) => compareFile(own, found, writeEdition) },
  );
  expect(answer).toMatchObject({ verdict: "genuine", key: "vouched" });
});

test("every file of the sample report is one of them", async () => {
  const names = await Promise.all(
    editionFormats.map(async (format) => {
      const name = await nameOf(format);
      return needsSidecar(format) ? [name, sidecarOf(signed, name).fileName] : [name];
    }),
  );
  expect(new Set(readdirSync(folder))).toEqual(new Set([...names.flat(), "ferry.keys.json"]));
});
