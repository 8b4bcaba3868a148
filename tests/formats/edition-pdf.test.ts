import { Buffer } from "node:buffer";
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { editionToPdf, PdfProblem } from "#lib/formats/pdf/edition-pdf.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, emptyReport, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";
import { hostileReport, hostileWords } from "#tests/formats/report-hostile.ts";
import { manyClaims } from "#tests/formats/report-many.ts";
import { readTaggedPdf } from "#tests/formats/tagged-pdf.ts";

const arabic = "قال المجلس إن العبارة نقلت ركابا في يومها الأول";
const chinese = "政府表示去年的失业率下降了百分之三";
const japanese = "東京都は昨年待機児童が半減したと発表した";
const tamil = "தமிழ்";

async function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
}

async function wordsOf(document: PDFDocumentProxy): Promise<string> {
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  return pages.join("");
}

/** Without white space, places to break and bidi controls: what is left are the letters, in their order. */
function letters(words: string): string {
  return words.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu, "");
}

function inScripts() {
  const texts = [arabic, chinese, japanese, tamil];
  const composed = composeText(texts.map((text) => draft(text)));
  const claims = texts.map((text, index) => {
    const start = composed.text.indexOf(text);
    const verdict = someVerdict({ rationale: text });
    return someClaim(index + 1, { start, end: start + text.length, quote: text, statement: text, verdict });
  });
  return reportWith({ ...composed, title: arabic, language: "ar" }, claims);
}

test("an edition is a tagged PDF with language, title, outline and the signed edition inside", async () => {
  const signed = correctedEdition(undefined, { summary: "Most of it stands.", method: "Two checkers read it." });
  const document = await opened(await editionToPdf(signed, "ua"));
  const { info, metadata } = await document.getMetadata();
  expect(info).toMatchObject({ Language: "en", Title: `Fact-check report: ${signed.edition.report.article.title}` });
  expect(metadata?.getRaw()).toMatch(/pdfuaid:part(>|=")1/);
  expect([...Object(await document.getMarkInfo())]).toContainEqual(["Marked", true]);
  const headings = (await document.getOutline()).flatMap((item) => [item.title, ...item.items.map((one) => one.title)]);
  for (const heading of [
    "The article",
    "The claims",
    "How we checked",
    "Sources",
    "Earlier editions",
    "How to check this file",
  ]) {
    expect(headings).toContain(heading);
  }
  for (const claim of signed.edition.report.claims.filter(({ statement }) => statement !== "")) {
    expect(headings.some((heading) => letters(heading) === letters(`${claim.number}${claim.statement}`))).toBe(true);
  }
  const attached = await document.getAttachments();
  expect([...(attached?.keys() ?? [])]).toEqual(["stet-edition.json"]);
  const content = await document.getAttachmentContent("stet-edition.json");
  expect(Buffer.from(content ?? []).toString()).toBe(canonicalJson(signed));
  const words = letters(await wordsOf(document));
  const { edition, proof } = signed;
  const said = [
    "Correction, 24 June 2026",
    "A source had been read wrongly.",
    proof.digest,
    proof.signature,
    proof.keyId,
    edition.address,
  ];
  for (const text of [
    ...said,
    "Most of it stands.",
    "Two checkers read it.",
    "Fact-check report, edition 2, 24 June 2026",
  ]) {
    expect(words).toContain(letters(text));
  }
  await document.loadingTask.destroy();
});

test("the structure of a page names headings, paragraphs, links and notes", async () => {
  const document = await opened(await editionToPdf(signedEdition(manyClaims(3)), "ua"));
  const found: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    found.push(JSON.stringify(await (await document.getPage(number)).getStructTree()));
  }
  for (const role of ["H1", "H2", "P", "Link", "Note"]) expect(found.join("")).toContain(`"role":"${role}"`);
  await document.loadingTask.destroy();
});

test("the archive's file says PDF/A-3a, and the same edition gives the same bytes", async () => {
  const signed = signedEdition();
  const first = await editionToPdf(signed, "archive");
  const document = await opened(first);
  const raw = (await document.getMetadata()).metadata?.getRaw() ?? "";
  expect(raw).toMatch(/pdfaid:part(>|=")3/);
  expect(raw).toMatch(/pdfaid:conformance(>|=")A/);
  await document.loadingTask.destroy();
  await editionToPdf(signedEdition(emptyReport()), "archive");
  expect(Buffer.compare(first, await editionToPdf(signed, "archive"))).toBe(0);
});

test("Arabic, Chinese and Japanese are in the text; letters without a font are kept, and named", async () => {
  const document = await opened(await editionToPdf(signedEdition(inScripts()), "ua"));
  const words = letters((await wordsOf(document)).normalize("NFKC"));
  for (const text of [chinese, japanese]) expect(words).toContain(letters(text));
  for (const letter of [...new Set(letters(arabic))]) expect(words).toContain(letter);
  for (const letter of new Set(tamil)) expect(words).toContain(letter.normalize("NFKC"));
  expect(words).toContain(letters("No font here has these letters: U+0BA4"));
  await document.loadingTask.destroy();
});

test("what reads like markup is printed as it is", async () => {
  for (const words of [
    ...hostileWords.slice(0, 2),
    ...hostileWords.slice(5, 9),
    ...hostileWords.slice(-1),
    '#read("data.json") $x$ @a <b> *c* _d_ = e',
  ]) {
    // By its tags, which what stands on every page has none of: the longest words go over several.
    const { parts } = await readTaggedPdf(await editionToPdf(signedEdition(hostileReport(words)), "ua"));
    const printed = letters(parts.map((part) => part.words).join(""));
    // Words under an override are laid out backwards, as their author wanted; what follows them is not.
    const seen = words.includes("\u202e") ? words.replace("gnp.exe", "exe.png") : words;
    expect(printed.normalize("NFKC")).toContain(letters(seen).normalize("NFKC"));
  }
});

test.each(["\uF0B7", "\u{F0000}", "\u0001", "\u007F", "\uFFFE"])(
  "what no PDF can hold stands as another letter: %j",
  async (letter) => {
    const odd = (words: string) => `${letter} ${words}${letter}`;
    const composed = composeText([draft(odd("بلغ الماء")), draft("The wall held.")]);
    const verdict = someVerdict({ suggestedWording: odd("The wall broke"), label: odd("Half true") });
    const source = { ...someEvidence.source, title: odd("Gauge book"), address: `https://a.example/${letter}` };
    const claim = someClaim(1, { statement: odd("A wall"), verdict, evidence: [{ ...someEvidence, source }] });
    const report = { ...reportWith({ ...composed, title: odd("The Wall") }, [claim]), desk: odd("Lantern") };
    const signed = signedEdition(report, {
      summary: odd("Most of it"),
      method: odd("Two read it"),
      template: "editor",
    });
    const code = `U+${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`;
    for (const kind of ["ua", "archive"] as const) {
      const document = await opened(await editionToPdf(signed, kind));
      const content = await document.getAttachmentContent("stet-edition.json");
      expect(Buffer.from(content ?? []).toString()).toBe(canonicalJson(signed));
      const words = letters(await wordsOf(document));
      for (const said of ["The Wall", "The wall broke", "A wall", "Gauge book", "Most of it", "Two read it"]) {
        expect(words, said).toContain(letters(`\uFFFD ${said}\uFFFD`));
      }
      expect(words).toContain(letters(`A PDF cannot hold these letters: ${code}. Each stands here as \uFFFD`));
      expect(words).not.toContain("No font here");
      expect(words).not.toContain(letter);
      await document.loadingTask.destroy();
    }
  },
);

test.each([
  ["de", "Ein PDF kann diese Zeichen nicht enthalten: U+F0B7. Jedes steht hier als \uFFFD"],
  ["ar", "U+F0B7"],
])("which letters those are is said in the report’s language: %s", async (language, said) => {
  const report = { ...emptyReport(), desk: "\uF0B7 Lantern" };
  const document = await opened(await editionToPdf(signedEdition(report, { language }), "archive"));
  const words = letters((await wordsOf(document)).normalize("NFKC"));
  expect(words).toContain(letters(said));
  expect(words).not.toContain("APDFcannothold");
  await document.loadingTask.destroy();
});

test("what the typesetter says of its refusal is in the stack for the log, and not in the message", async () => {
  // A quotation ends within a character: nothing the application writes does, and its digest cannot be made.
  const claim = someClaim(1, { statement: "half \uD83D" });
  const signed = signedEdition(emptyReport());
  const report = { ...signed.edition.report, claims: [claim] };
  const problem = await editionToPdf({ ...signed, edition: { ...signed.edition, report } }, "ua").catch((why) => why);
  expect(problem).toBeInstanceOf(PdfProblem);
  expect(problem.message).toBe("The typesetter refused it, and the desk’s log says why.");
  expect(problem.stack).toContain("surrogate");
});

test("a report without claims, one of five hundred, and a confidential source", async () => {
  const empty = await opened(await editionToPdf(signedEdition(emptyReport()), "archive"));
  expect(letters(await wordsOf(empty))).toContain(letters("No claim has been marked in this article yet."));
  await empty.loadingTask.destroy();
  const many = await opened(await editionToPdf(signedEdition(manyClaims(500)), "ua"));
  expect((await many.getOutline()).find(({ title }) => title === "The claims")?.items).toHaveLength(500);
  await many.loadingTask.destroy();
  const hidden = { confidential: true, stance: "supports", kind: "expert", describedAs: "A clerk" } as const;
  const report = reportWith(composeText([draft("Words")]), [someClaim(1, { evidence: [hidden, someEvidence] })]);
  const told = await opened(await editionToPdf(signedEdition(report), "ua"));
  expect(letters(await wordsOf(told))).toContain(letters("Expert, Confidential sourceA clerk"));
  await told.loadingTask.destroy();
});

test("what takes too long or too much is given up, and the next edition is set all the same", async () => {
  const signed = signedEdition(manyClaims(200));
  await expect(editionToPdf(signed, "ua", { milliseconds: 5, megabytes: 4_000 })).rejects.toThrow("more than its time");
  await expect(editionToPdf(signed, "ua", { milliseconds: 60_000, megabytes: 1 })).rejects.toThrow(
    "more than its memory",
  );
  expect((await editionToPdf(signedEdition(emptyReport()), "ua")).length).toBeGreaterThan(10_000);
});
