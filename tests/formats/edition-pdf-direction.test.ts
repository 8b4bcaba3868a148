import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToPdf } from "#lib/formats/pdf/edition-pdf.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { letters } from "#tests/formats/outside-readers.ts";
import { draft, reportWith, someClaim, someEvidence, withCsl } from "#tests/formats/report-fixture.ts";

const quote = "50% من الركاب";
const text = `${quote} دفعوا نقدا`;
const address = "https://lantern.example/ferry/";

function editionIn(language: string): SignedEdition {
  const published = { title: "Ferries (2nd ed.)", publication: "Port Journal", author: "Farrant, Odile" };
  const source = withCsl({ kind: "publication", ...published, publishedOn: "2024-03", address });
  const claim = someClaim(7, {
    ...{ quote, start: 0, end: quote.length, statement: text },
    ...{ claimant: "Port Board", saidIn: "Radio Quay", saidOn: "2026-05-09" },
    evidence: [{ ...someEvidence, source }],
  });
  const article = { ...composeText([draft(text)]), title: "العبارة", language: "ar", address, publisher: "The Review" };
  return signedEdition(reportWith({ ...article, publishedOn: "2026-06-12" }, [claim]), { language });
}

type Placed = { readonly words: string; readonly from: number; readonly height: number };

/** What the pages show, line by line and each from its left to its right, without white space. */
async function linesOf(signed: SignedEdition): Promise<string[]> {
  const data = await editionToPdf(signed, "ua");
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const lines: Placed[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const placed = items.flatMap((item): Placed[] =>
      "str" in item ? [{ words: item.str, from: item.transform[4], height: item.transform[5] }] : [],
    );
    const onPage: Placed[][] = [];
    for (const each of placed.toSorted((a, b) => b.height - a.height)) {
      const line = onPage.at(-1);
      const [highest] = line ?? [];
      if (highest !== undefined && highest.height - each.height < raised) line?.push(each);
      else onPage.push([each]);
    }
    lines.push(...onPage);
  }
  await document.loadingTask.destroy();
  return lines.map((line) =>
    letters(
      line
        .toSorted((a, b) => a.from - b.from)
        .map(({ words }) => words)
        .join(""),
    ),
  );
}

/** How far a number that is set high stands over its line, at most. */
const raised = 6;

test("a claim’s number in the text stands before its figures, and does not join them", async () => {
  const [arabic, english] = [await linesOf(editionIn("ar")), await linesOf(editionIn("en"))];
  // In the text and at the statement; on a page from left to right the second stands at the other end.
  expect(arabic.filter((line) => line.includes("50%7"))).toHaveLength(2);
  expect(english.filter((line) => line.includes("50%7"))).toHaveLength(1);
  for (const line of [...arabic, ...english]) expect(line).not.toContain("750%");
});

test("on an Arabic page names of other letters keep their place, and days stand after them", async () => {
  const lines = (await linesOf(editionIn("ar"))).join("\n");
  for (const line of [
    "UTC14:32،2026يونيو19،RuthAdeyemi",
    "2026يونيو12،TheReview",
    "2026مايو9،RadioQuay،PortBoard",
    "مارس،PortJournal،Farrant,Odile.Ferries(2nded.)1",
  ]) {
    expect(lines).toContain(line);
  }
});

test("on an Arabic page a key and an address read as they are", async () => {
  const signed = editionIn("ar");
  const lines = await linesOf(signed);
  expect(lines.join("\n")).toContain(signed.proof.keyId);
  const addresses = lines.filter((line) => line.includes("lantern.example/ferry"));
  expect(addresses.length).toBeGreaterThan(2);
  for (const line of addresses) expect(line).toContain(address);
});
