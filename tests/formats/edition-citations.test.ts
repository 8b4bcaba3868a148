import { plugins } from "@citation-js/core";
import { describe, expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import type { NamedEvidence } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToBibtex } from "#lib/formats/citations/edition-bibtex.ts";
import { editionToRis } from "#lib/formats/citations/edition-ris.ts";
import { editionToSources } from "#lib/formats/citations/edition-sources.ts";
import { readSheet } from "#lib/formats/sheets/read-sheet.ts";
import { editionToChanges } from "#lib/formats/tables/edition-changes.ts";
import { editionToCsv } from "#lib/formats/tables/edition-csv.ts";
import { editionToXlsx } from "#lib/formats/tables/edition-xlsx.ts";
import { cited, source } from "#tests/formats/cited-sources.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, emptyReport, reportWith, someClaim, someEvidence } from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";

type Read = Record<string, unknown>;

/** The type is forced: the library is never asked what a text is, and never takes one for an address. */
function readBack(text: string, forceType: "@bibtex/text" | "@ris/file"): Read[] {
  const options = { forceType, maxChainLength: 10, generateGraph: false, strict: true, target: "@csl/list+object" };
  return plugins.input.chain(text, options).map((item) => ({ ...item }));
}

function editionOf(...evidence: readonly NamedEvidence[]): SignedEdition {
  return signedEdition(reportWith(composeText([draft("Quote 1")]), [someClaim(1, { evidence })]));
}

/** A particle is a part of its own in BibTeX. */
function names(read: Read): unknown {
  const authors = Array.isArray(read.author) ? read.author : [];
  return authors.map((name: Record<string, string>) =>
    [name["non-dropping-particle"], name.family ?? name.literal, name.given].filter(Boolean).join(" "),
  );
}

function expected({ source: { csl } }: NamedEvidence, between: string): unknown {
  const authors = Array.isArray(csl.author) ? csl.author : [];
  return authors.map((name: Record<string, string>) =>
    [name.family ?? name.literal, name.given].filter(Boolean).join(between),
  );
}

/** The records of the sources line by line, as the format says: the library reads no authors of newspapers. */
function risRecords(signed: SignedEdition): Record<string, string[]>[] {
  const records = editionToRis(signed).split("ER  - \r\n").slice(1, -1);
  return records.map((record) => {
    const fields: Record<string, string[]> = {};
    for (const line of record.trim().split("\r\n")) {
      const [, tag = "", value = ""] = /^([A-Z][A-Z0-9]) {2}- (.+)$/u.exec(line) ?? [];
      expect(tag).not.toBe("");
      fields[tag] = [...(fields[tag] ?? []), value];
    }
    return fields;
  });
}

describe.each([["BibTeX", editionToBibtex, "@bibtex/text"] as const, ["RIS", editionToRis, "@ris/file"] as const])(
  "%s",
  (_, write, type) => {
    test("is read back to the same titles, names, years, addresses and numbers", () => {
      const read = readBack(write(editionOf(...cited)), type).slice(1);
      expect(read.map(({ title }) => title)).toEqual(cited.map((item) => item.source.title));
      const authors =
        type === "@ris/file" ? risRecords(editionOf(...cited)).map((one) => one.AU ?? []) : read.map(names);
      expect(authors).toEqual(cited.map((item) => expected(item, type === "@ris/file" ? ", " : " ")));
      // Classic BibTeX has no day; the one that biblatex reads is looked at below.
      const issued = (csl: Read) => JSON.stringify(csl.issued).replace(/(\d{4},\d+),\d+/u, "$1");
      const days = type === "@ris/file" ? risRecords(editionOf(...cited)).map(({ DA }) => DA?.[0]) : read.map(issued);
      const expectedDays = cited.map(({ source: { csl, publishedOn } }) => {
        return type === "@ris/file" ? `${[...publishedOn.split("-"), "", ""].slice(0, 3).join("/")}/` : issued(csl);
      });
      expect(days).toEqual(expectedDays);
      expect(read.map(({ URL }) => URL)).toEqual(cited.map((item) => item.source.csl.URL));
      expect(read.map(({ DOI }) => DOI)).toEqual(cited.map((item) => item.source.csl.DOI));
      expect(read[4]?.ISBN).toBe("9780306406157");
    });

    test("names where each stands: what contains it, or what publishes it", () => {
      const read = readBack(write(editionOf(...cited)), type).slice(1);
      const places =
        type === "@ris/file"
          ? risRecords(editionOf(...cited)).map(({ T2, JF, JO, PB }) => (T2 ?? JF ?? JO ?? PB)?.[0])
          : read.map((item) => item["container-title"] ?? item.publisher);
      expect(places).toEqual([
        "A paper",
        "海港日报",
        ...Array.from({ length: 3 }, () => "A paper"),
        "A site",
        "A paper",
      ]);
    });

    test("begins with the edition itself, withdrawn where it is", () => {
      const change = { kind: "withdrawal" as const, what: "All of it.", why: "" };
      const signed = signedEdition({ ...emptyReport(), status: "withdrawn" }, { change });
      const read = readBack(write(signed), type);
      expect(read.length).toBe(1);
      expect(read[0]?.title).toBe("Withdrawn: Fact check of “An article”, edition 1");
      expect(read[0]?.URL).toBe(signed.edition.address);
      for (const part of [
        "This fact-check is withdrawn",
        signed.proof.digest,
        signed.proof.keyId,
        signed.edition.desk.keys,
      ])
        expect(read[0]?.note).toContain(part);
    });

    test("has keys that are unique and stay when other sources come", () => {
      const keysOf = (signed: SignedEdition) => readBack(write(signed), type).map(({ id }) => id);
      const few = keysOf(editionOf(...cited.slice(0, 2)));
      const many = keysOf(editionOf(...cited.toReversed(), ...Array.from({ length: 200 }, () => source())));
      expect(new Set(many).size).toBe(many.length);
      expect(many).toEqual(expect.arrayContaining(few));
      for (const key of many) expect(key).toMatch(/^[a-z0-9_]{1,20}$/u);
    });

    test.each(hostileWords)("%j make no entry and no field", (words) => {
      const written = write(signedEdition(hostileReport(words)));
      const read = readBack(written, type);
      expect(read.length).toBe(3);
      const known =
        "id type title author issued accessed note publisher container-title URL citation-key event-title".split(" ");
      expect(
        read.flatMap((item) => Object.keys(item)).filter((name) => !known.includes(name) && name[0] !== "_"),
      ).toEqual([]);
    });
  },
);

test("an author’s line break begins no field in RIS, and no brace ends an entry in BibTeX", () => {
  const words = "A title}\r\n}\nER  - \nTY  - BOOK\n@book{x, title = {y}}\u2028AU  - Nobody";
  const signed = editionOf(source({ title: words, author: words, publication: words }));
  expect(readBack(editionToRis(signed), "@ris/file").length).toBe(2);
  const [, read] = readBack(editionToBibtex(signed), "@bibtex/text");
  expect(read?.title).toBe(words.replace(/\s+/gu, " "));
  expect(editionToBibtex(signed).match(/^@/gmu)?.length).toBe(2);
});

test("BibTeX has the month as the string that styles define, and whole days for biblatex", () => {
  const text = editionToBibtex(editionOf(source({ publishedOn: "2026-05-04" }), source({ publishedOn: "2025-11" })));
  expect(text).toContain("\tmonth = may,\n\tdate = {2026-05-04},\n\turldate = {2026-05-06},\n");
  expect(text).toContain("\tmonth = nov,\n\tdate = {2025-11},\n");
  expect(text).not.toMatch(/month = \{/u);
});

test("a report in BibTeX names whose it is; one of nobody’s is no report", () => {
  const text = editionToBibtex(editionOf(source({ kind: "document" }), source({ kind: "document", publication: "" })));
  const entries = text.split(/^(?=@)/mu);
  expect(entries.map((entry) => /^@\w+/u.exec(entry)?.[0])).toEqual(["@techreport", "@techreport", "@misc"]);
  expect(entries[0]).toContain("\tinstitution = {Lantern checking desk},\n");
  expect(entries[1]).toContain("\tinstitution = {A paper},\n");
});

test("RIS has the day of reading and the ISBN in the same fields, whatever the type", () => {
  const types = ["webpage", "dataset", "book", "post-weblog", "report", "broadcast"];
  const records = risRecords(editionOf(...types.map((type) => source({ type, isbn: "9780306406157" }))));
  for (const [index, record] of records.entries()) {
    expect(record.Y2, types[index]).toEqual(["2026/05/06/"]);
    expect(record.SN, types[index]).toEqual(["9780306406157"]);
    expect(
      Object.values(record)
        .flat()
        .filter((value) => value.startsWith("2026/05/06")),
    ).toHaveLength(1);
  }
  const both = { ...source({ type: "dataset", isbn: "9780306406157" }) };
  const csl = { ...both.source.csl, ISSN: "1234-5678" };
  expect(risRecords(editionOf({ ...both, source: { ...both.source, csl } }))[0]?.SN).toEqual([
    "1234-5678",
    "9780306406157",
  ]);
});

test("of a confidential source there is only how it is described, in every list and table", async () => {
  const hidden = { confidential: true as const, stance: "refutes" as const, kind: "expert" as const };
  const secret = {
    ...hidden,
    describedAs: "an engineer at the yard",
    passage: "§zq1",
    source: { csl: { title: "§zq2" } },
  };
  const claim = someClaim(1, { evidence: [secret, someEvidence] });
  const signed = signedEdition(reportWith(composeText([draft("Quote 1")]), [claim]));
  const read = await readSheet(await editionToXlsx(signed), "facts.xlsx");
  const sheets = JSON.stringify(read.ok ? read.value.sheets : []);
  const texts = [editionToSources(signed), editionToBibtex(signed), editionToRis(signed), editionToCsv(signed), sheets];
  for (const text of texts) expect(text).toContain("an engineer at the yard");
  for (const text of [...texts, editionToChanges(signed)]) expect(text).not.toContain("§zq");
});
