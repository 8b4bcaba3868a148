import { describe, expect, test } from "vitest";
import { describedAs, type ReportEvidence } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { reportEvidence } from "#lib/server/queries/report-parts.ts";
import { draft, reportWith, someClaim, someEvidence } from "#tests/formats/report-fixture.ts";

const secrets = {
  title: "Minutes of the yard §zq1",
  author: "Wilhelmina Quarrie §zq2",
  publication: "Yard internal §zq3",
  publishedOn: "1987-§zq4",
  address: "https://zq5.example/minutes",
  passage: "I told them myself §zq6",
  locator: "page §zq7",
  note: "Call her at home §zq8",
  calculation: "§zq9 = 12 * 3",
  accessedOn: "1991-09-09",
};
const sha256 = "5ec4e7".padEnd(64, "0");

/** A row as the database holds it, of a confidential source. */
function secretRow(publicAs: string) {
  const day = new Date("2026-05-01T00:00:00Z");
  const { title, author, publication, publishedOn, address, ...own } = secrets;
  const described = { title, author, publication, publishedOn, address };
  const csl = { editor: "Somebody §zq10" };
  const ids = { deskId: "d", createdById: "m", createdAt: day, updatedAt: day, rowVersion: 1, mergedIntoId: null };
  const found = { doi: "10.1/§zq11", isbn: "", interests: "Paid by §zq12", searchText: "§zq13", csl };
  const source = { ...ids, ...described, ...found, id: "§zq14", kind: "person" as const, mergedInto: null };
  const people = {
    linkedById: "m",
    editedById: "m",
    linkedBy: { id: "m", name: "A" },
    editedBy: { id: "m", name: "A" },
  };
  const places = {
    captureId: "§zq15",
    passageStart: 0,
    passageEnd: 22,
    position: 0,
    originId: "§zq16",
    removedAt: null,
  };
  const origin = { deskId: "d", id: "§zq16", claimId: "c", label: "§zq17" };
  return {
    ...{ ...own, ...people, ...places, source, origin, publicAs, sourceId: "§zq14" },
    ...{ deskId: "d", id: "§zq18", claimId: "c", stance: "refutes" as const, kind: "expert" as const },
    ...{ confidential: true, createdAt: day, updatedAt: day, rowVersion: 1 },
    capture: {
      ...{ id: "§zq15", sha256, obtainedAt: day, obtainedBy: "fetch" },
      ...{ address: "https://§zq19.example", mediaType: "text/html" },
    },
  };
}

function printed(publicAs: string): ReportEvidence {
  const recompute = () => [{ line: secrets.calculation, result: "36", problem: null }];
  const selector = { start: 1987, end: 1991, prefix: "§zq20", suffix: "§zq21" };
  return reportEvidence(secretRow(publicAs), { recompute, selector });
}

describe.each(reportFormats)("of a confidential source, in %s", (format) => {
  async function written(publicAs: string): Promise<string> {
    const claim = someClaim(1, { evidence: [someEvidence, printed(publicAs)] });
    return await writeReport(reportWith(composeText([draft("Quote 1")]), [claim]), format);
  }

  test("nothing is printed but what the desk calls it, its stance and its kind", async () => {
    const report = await written("an engineer at the yard");
    for (const secret of ["zq5.example", "§zq", sha256, "1987", "1991", "9 September", "5ec4e7"])
      expect(report).not.toContain(secret);
    expect(report).toContain("an engineer at the yard");
    expect(report).toMatch(/refutes/i);
    expect(report).toMatch(/expert/i);
    expect(report).toContain(someEvidence.passage);
  });

  test("without a description it is a source known to the desk", async () => {
    expect(await written("  ")).toContain("A source known to the desk");
  });
});

test("a confidential source has no other words in a report, whatever is added to evidence later", () => {
  expect(printed("a clerk")).toEqual({ confidential: true, stance: "refutes", kind: "expert", describedAs: "a clerk" });
  expect(describedAs("")).toBe("A source known to the desk");
});

test("a calculation is printed with what it comes to", async () => {
  const calculation = [
    { line: "1 913 406 / 212 = 9025.5", result: "9025.5", problem: null },
    { line: "fare = 12.5 * 3", result: "37.5", problem: null },
    { line: "2 + 2 = 5", result: "4", problem: "This does not add up: it comes to 4." },
  ];
  const claim = someClaim(1, { evidence: [{ ...someEvidence, calculation }] });
  const report = reportWith(composeText([draft("Quote 1")]), [claim]);
  for (const format of ["html", "markdown"] as const) {
    const written = (await writeReport(report, format)).replaceAll("\\", "");
    expect(written).toContain("1 913 406 / 212 = 9025.5");
    expect(written).toContain("12.5 * 3 = 37.5");
    expect(written).toContain("This does not add up: it comes to 4.");
  }
});
