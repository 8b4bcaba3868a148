import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { editionLayout } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { writeEdition } from "#lib/formats/edition/write-edition.ts";
import { correctedEdition } from "#tests/formats/edition-fixture.ts";
import { kept, letters, testWith, told } from "#tests/formats/outside-readers.ts";
import { readTaggedPdf } from "#tests/formats/tagged-pdf.ts";

const signed = correctedEdition(undefined, { summary: "Most of it stands.", method: "Two people read it." });
const { article, claims } = signed.edition.report;
/** What is signed, and the layout that the words of the file are set in. */
const inside = canonicalJson({ ...signed, layout: editionLayout });
const bytesOf = async (format: "pdf" | "pdf-archive") => (await writeEdition(signed, format)).bytes;
const headings = claims.map(({ number, statement }) =>
  letters(`${number}${statement === "" ? "No statement written yet" : statement}`),
);

const kinds = [
  ["pdf", /pdfuaid:part(?:>|=")1/u],
  ["pdf-archive", /pdfaid:part(?:>|=")3[\s\S]*pdfaid:conformance(?:>|=")A/u],
] as const;

describe.each(kinds)("the %s, read by pdf.js", (format, promise) => {
  test("says what it is: its title, its language, its standard, and that it is tagged", async () => {
    const { info, metadata, isMarked } = await readTaggedPdf(await bytesOf(format));
    expect(info).toMatchObject({ Title: `Fact-check report: ${article.title}`, Language: "en" });
    expect(metadata).toMatch(promise);
    expect(isMarked).toBe(true);
  });

  test("holds the signed edition as its only attachment, byte for byte", async () => {
    const { attachments } = await readTaggedPdf(await bytesOf(format));
    expect(attachments).toEqual([["stet-edition.json", inside]]);
  });

  test("has a bookmark on every claim, in order, that leads to the page of its heading", async () => {
    const { outline, parts } = await readTaggedPdf(await bytesOf(format));
    const marks = outline.filter(({ under }) => under === "The claims");
    expect(marks.map(({ title }) => letters(title))).toEqual(headings);
    for (const { title, page } of marks) {
      const heading = parts.find(({ role, words }) => role === "H2" && letters(words) === letters(title));
      expect(heading?.page, title).toBe(page);
    }
  });

  test("tags every word that is no running head, and the claims as headings under one heading", async () => {
    const { parts, untagged } = await readTaggedPdf(await bytesOf(format));
    expect(untagged).toEqual([]);
    const from = parts.findIndex(({ role, words }) => role === "H1" && words === "The claims");
    const to = parts.findIndex(({ role }, index) => index > from && role === "H1");
    const under = parts.slice(from, to).filter(({ role }) => role === "H2");
    expect(under.map(({ words }) => letters(words))).toEqual(headings);
  });

  test("says under each heading what the edition says of the claim", async () => {
    const { parts } = await readTaggedPdf(await bytesOf(format));
    for (const [index, claim] of claims.entries()) {
      const from = parts.findIndex(({ role, words }) => role === "H2" && letters(words) === headings[index]);
      const to = parts.findIndex(({ role }, at) => at > from && /^H[12]$/u.test(role));
      const words = letters(
        parts
          .slice(from, to)
          .map((part) => part.words)
          .join(""),
      );
      const { verdict } = claim;
      const said = [
        ...[claim.quote, claim.claimant, claim.saidIn, verdict?.rationale ?? "", verdict?.proposedBy ?? ""],
        ...(verdict?.signedOff === true ? [verdict.label, verdict.definition] : []),
        ...(verdict?.reviews ?? []).flatMap(({ name, comment }) => [name, comment]),
        ...claim.evidence.flatMap((item) =>
          item.confidential
            ? [item.describedAs]
            : [item.source.title, item.source.address, item.passage, item.locator, item.note],
        ),
      ];
      for (const one of said.flatMap((each) => each.split("\n"))) expect(words).toContain(letters(one));
    }
  });
});

testWith(
  "poppler",
  "pdfinfo, pdftotext and pdfdetach read the PDF: title, tags, words in order, edition",
  async (folder) => {
    const path = await kept(folder, "a.pdf", await bytesOf("pdf"));
    const info = told("pdfinfo", path);
    expect(info).toContain(article.title);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^JavaScript: +no$/m);
    const words = letters(told("pdftotext", path, "-"));
    const said = ["A source had been read wrongly.", article.title, "Most of it stands.", "The article", "The claims"];
    const places = said.map((one) => words.indexOf(letters(one)));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    told("pdfdetach", "-save", "1", "-o", join(folder, "inside.json"), path);
    expect(await readFile(join(folder, "inside.json"), "utf8")).toBe(inside);
  },
);

testWith("qpdf", "qpdf finds no fault in the PDF, nor in that for the archive", async (folder) => {
  for (const format of ["pdf", "pdf-archive"] as const) {
    const path = await kept(folder, `${format}.pdf`, await bytesOf(format));
    expect(told("qpdf", "--check", path)).toContain("No syntax or stream encoding errors");
  }
});
