import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { z } from "zod";
import type { EarlierEdition, EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import type { NamedEvidence } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { editionToPdf } from "#lib/formats/pdf/edition-pdf.ts";
import { pdfEdition } from "#lib/formats/pdf/pdf-edition.ts";
import { reportLanguages, voiceOf } from "#lib/formats/report/voice.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { letters } from "#tests/formats/outside-readers.ts";
import { draft, reportWith, someClaim, someEvidence, withCsl } from "#tests/formats/report-fixture.ts";
import { elementsOf, parsedPage, wordsOf } from "#tests/formats/report-reading.ts";
import { readTaggedPdf } from "#tests/formats/tagged-pdf.ts";

const quotes = ["One boat sank", "two were sold", "three are left"] as const;
const text = `${quotes.join(", ")}.`;

type Cited = { readonly title: string; readonly doi?: string; readonly isbn?: string; readonly address?: string };

function source({ title, doi = "", isbn = "", address = "" }: Cited): NamedEvidence {
  const cited = { title, publication: "Port Journal", author: "Farrant, Odile", publishedOn: "2024" };
  const made = withCsl({ kind: "publication", ...cited, address, ...{ doi, isbn } });
  return { ...someEvidence, source: made };
}

const study = source({ title: "A study of ferries", doi: "10.1000/182" });
const book = source({ title: "A book of boats", isbn: "9780306406157" });
const page = source({ title: "A page of figures", address: "https://port.example/figures" });
const hidden = { confidential: true, stance: "supports", kind: "expert", describedAs: "A clerk of the port" } as const;

/** Claims 1 to 4 in the order of the text and 5 without a place in it, printed in the order that the editor gave them. */
function inOrder(numbers: readonly number[], change: Partial<EditionDocument> = {}): SignedEdition {
  const evidence = new Map([
    [1, [study, page]],
    [2, [hidden, study]],
    [3, [book]],
    [4, [study, hidden]],
  ]);
  const claims = numbers.map((number) => {
    const quote = quotes[number - 1] ?? "";
    const start = quote === "" ? -1 : text.indexOf(quote);
    return someClaim(number, {
      ...{ quote, start, end: start + quote.length, evidence: evidence.get(number) ?? [] },
      ...(number === 5 ? { state: "withdrawn", withdrawnReason: "It was a joke." } : {}),
    });
  });
  const article = { ...composeText([draft(text)]), address: "https://lantern.example/ferry", version: 3 };
  return signedEdition(reportWith(article, claims), change);
}

function earlierOf({ edition, proof }: SignedEdition): EarlierEdition {
  return { number: 1, publishedAt: edition.publishedAt, digest: proof.digest, change: null };
}

async function partsOf(signed: SignedEdition) {
  const { parts, outline } = await readTaggedPdf(await editionToPdf(signed, "ua"));
  return { parts, outline, words: letters(parts.map(({ words }) => words).join("")) };
}

async function linksIn(signed: SignedEdition): Promise<string[]> {
  const data = await editionToPdf(signed, "ua");
  const document = await getDocument({ data, verbosity: VerbosityLevel.ERRORS }).promise;
  const links: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const annotations = linkSchema.parse(await (await document.getPage(number)).getAnnotations());
    links.push(...annotations.flatMap(({ url }) => url ?? []));
  }
  await document.loadingTask.destroy();
  return links;
}

const linkSchema = z.array(z.object({ url: z.string().optional() }));

async function pageOf(signed: SignedEdition) {
  const root = parsedPage(await editionToHtml(signed));
  return (tag: string, name: string) => {
    const named = elementsOf(root, ({ properties }) => [properties.className].flat().includes(name));
    return named.flatMap((element) => elementsOf(element, ({ tagName }) => tagName === tag)).map((one) => wordsOf(one));
  };
}

test.each([[[3, 1, 2, 4, 5]], [[5, 4, 2, 3, 1]]])(
  "claims stand in the editor’s order, as on the page: %j",
  async (order) => {
    const signed = inOrder(order);
    const { outline, parts } = await partsOf(signed);
    const found = (await pageOf(signed))("h3", "entry").map((words) => letters(words.replace(/^Claim (\d)\. /u, "$1")));
    expect(found).toEqual(
      [...order.filter((number) => number !== 5), 5].map((number) => `${number}Statement${number}`),
    );
    const marks = outline.filter(({ under }) => under === "The claims" || under === "Withdrawn claims");
    expect(marks.map(({ title }) => letters(title))).toEqual(found);
    expect(parts.filter(({ role }) => role === "H2").map(({ words }) => letters(words))).toEqual(found);
  },
);

test("the sources are those of the page: the same references, numbers and claims, the confidential one as described", async () => {
  const signed = inOrder([4, 1, 3, 2]);
  const { words } = await partsOf(signed);
  const items = (await pageOf(signed))("li", "refs").map(letters);
  expect(items).toHaveLength(4);
  expect(items.at(-1)).toBe(letters("A clerk of the port. Confidential source For claims 2, 4"));
  const printed = words.slice(words.lastIndexOf("Sources") + "Sources".length, words.indexOf("Howtocheckthisfile"));
  const expected = items.map((item, index) => `${index + 1}.${item.replace(/(\.?)(Forclaims?[\d,]+)$/u, "$1$2.")}`);
  expect(printed.replace("Confidentialsource.", "Confidentialsource")).toBe(expected.join(""));
  expect(printed).toContain("For claims 1, 2, 4.".replaceAll(" ", ""));
});

test("a source with a DOI and no address is found by it, in the note and in the list, and a book by its ISBN", async () => {
  const signed = inOrder([1, 3]);
  const { parts, words } = await partsOf(signed);
  const notes = parts.map((part) => letters(part.words)).filter((note) => note.includes("Accessed6May2026"));
  expect(notes.join("")).toContain("https://doi.org/10.1000/182");
  expect(notes.join("")).toContain("ISBN978-0-306-40615-7");
  expect(words).toContain(letters("Port Journal. https://doi.org/10.1000/182 For claim 1."));
  // The title and the address in the note, and the address in the list.
  expect((await linksIn(signed)).filter((url) => url === "https://doi.org/10.1000/182").length).toBeGreaterThan(2);
});

test("the summary stands in the place of the counts, under them the people, the version and its address", async () => {
  const said = await partsOf(inOrder([1, 2], { summary: "Most of it stands." }));
  expect(said.words).toContain(letters("An article Most of it stands. Published by"));
  expect(said.words).not.toContain(letters("Claims: 2. Signed off: 2."));
  const counted = await partsOf(inOrder([1, 2], { template: "editor" }));
  expect(counted.words).toContain(letters("Claims: 2. Signed off: 2. Published by"));
  expect(counted.words).toContain(letters("edition 1, 19 June 2026, For the editor"));
  for (const { words } of [said, counted])
    expect(words).toContain(letters("Version 3 of the article, https://lantern.example/ferry"));
});

test("what changed and why stand under a word each, of this edition and of those before", async () => {
  const signed = correctedEdition();
  const first = earlierOf(signed);
  const update = { kind: "update", what: "Two more claims", why: "There was time." } as const;
  const earlier = [first, { ...first, number: 2, change: update }];
  const { words } = await partsOf(correctedEdition(undefined, { number: 3, earlier }));
  expect(words).toContain(
    letters("Correction, 24 June 2026 What changed The rating of claim 2 Why A source had been read wrongly."),
  );
  expect(words).toContain(letters("Update What changed Two more claims Why There was time."));
  expect(words).toContain(letters("First edition"));
});

test.each(reportLanguages)("a withdrawal says what is taken back, not what changed: %s", (language) => {
  const { words } = voiceOf(language);
  const { report } = signedEdition().edition;
  const change = { kind: "withdrawal", what: "All of it.", why: "The data were wrong." } as const;
  const signed = correctedEdition({ ...report, status: "withdrawn" }, { language, change });
  const said = pdfEdition(signed).change?.said.map(({ label }) => label);
  expect(said).toEqual([words.whatIsTakenBack, words.why]);
  const before = correctedEdition(report, { language, earlier: [{ ...earlierOf(signed), change }] });
  expect(pdfEdition(before).change?.said.map(({ label }) => label)).toEqual([words.whatChanged, words.why]);
  expect(pdfEdition(before).earlier.map(({ said: [what] }) => what?.label)).toEqual([words.whatIsTakenBack]);
});

test("a withdrawal is on the first page, with what is taken back and why", async () => {
  const change = { kind: "withdrawal", what: "All of it.", why: "The data were wrong." } as const;
  const { words } = await partsOf(
    correctedEdition({ ...inOrder([1]).edition.report, status: "withdrawn" }, { change }),
  );
  expect(words).toContain(
    letters(
      "Withdrawal, 24 June 2026 This fact-check is withdrawn. What it says no longer stands. " +
        "What is taken back All of it. Why The data were wrong.",
    ),
  );
});
