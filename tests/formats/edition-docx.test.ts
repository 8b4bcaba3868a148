import { describe, expect, onTestFinished, test, vi } from "vitest";
import { composeText } from "#lib/domain/text.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { editionToDocx } from "#lib/formats/docx/edition-docx.ts";
import { attributeOf } from "#lib/formats/import/word/xml-part.ts";
import { childrenOf, xmlTextOf } from "#lib/formats/import/xml.ts";
import { findProof } from "#lib/formats/proof/find-proof.ts";
import { reportLanguages, voiceOf } from "#lib/formats/report/voice.ts";
import { everyElement, xmlPartsOf } from "#tests/formats/docx-parts.ts";
import { correctedEdition, signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";

const text = composeText([
  draft("Flood at Sele", "heading"),
  draft("The wall held. It cost 23 million crowns."),
  draft("بلغ ارتفاع المياه أربعة أمتار."),
  draft("Year\tCost", "table-row"),
  draft("2019", "table-row"),
]);

function claimOn(number: number, quote: string, change: Parameters<typeof someClaim>[1] = {}) {
  const start = text.text.indexOf(quote);
  return someClaim(number, { start, end: start + quote.length, quote, ...change });
}

const report = reportWith({ ...text, title: "The Wall", byline: "Mirel Haas", language: "en-GB" }, [
  claimOn(1, "wall held"),
  claimOn(2, "23 million", { verdict: someVerdict({ label: "False", token: "false" }) }),
  claimOn(3, "cost", { state: "withdrawn", withdrawnReason: "Said twice." }),
]);

/** The paragraphs of the document, each as its style and its words. */
async function paragraphsOf(bytes: Uint8Array) {
  const document = (await xmlPartsOf(bytes)).get("word/document.xml");
  return everyElement(document, "w:p").map((paragraph) => ({
    style: attributeOf(everyElement(paragraph, "w:pStyle")[0] ?? null, "w:val"),
    words: everyElement(paragraph, "w:t").map(xmlTextOf).join(""),
    isRightToLeft: everyElement(paragraph, "w:bidi").length > 0,
    runs: everyElement(paragraph, "w:r").map((run) => ({
      words: everyElement(run, "w:t").map(xmlTextOf).join(""),
      style: attributeOf(everyElement(run, "w:rStyle")[0] ?? null, "w:val"),
      isRightToLeft: everyElement(run, "w:rtl").length > 0,
    })),
  }));
}

describe("An edition as a Word document", () => {
  test("the same edition gives the same bytes, with the signed edition in it", async () => {
    const signed = signedEdition(report);
    const bytes = await editionToDocx(signed);
    vi.setSystemTime(new Date("2031-01-01T00:00:00.000Z"));
    onTestFinished(() => void vi.useRealTimers());
    expect(Buffer.compare(await editionToDocx(signed), bytes)).toBe(0);
    const found = await findProof("the-wall.docx", bytes);
    expect(found).toMatchObject({ ok: true, value: { text: canonicalJson(signed), formats: ["docx"] } });
  });

  test("a rating has a style with its name, its colour and a line of its own", async () => {
    const bytes = await editionToDocx(signedEdition(report));
    const styles = everyElement((await xmlPartsOf(bytes)).get("word/styles.xml"), "w:style").map((style) => ({
      id: attributeOf(style, "w:styleId"),
      name: attributeOf(everyElement(style, "w:name")[0] ?? null, "w:val"),
      color: attributeOf(everyElement(style, "w:color")[0] ?? null, "w:val"),
      line: attributeOf(everyElement(style, "w:u")[0] ?? null, "w:val"),
    }));
    const named = (name: string) => styles.find((style) => style.name === name);
    expect(named("Verdict: Half true")).toMatchObject({ color: "7D4F00", line: "double" });
    expect(named("Verdict: False")).toMatchObject({ color: "A8281C", line: "wave" });
    expect(named("Claim: Withdrawn")?.line).toBe("dottedHeavy");
    const runs = (await paragraphsOf(bytes)).flatMap((paragraph) => paragraph.runs);
    expect(runs.findLast((run) => run.words === "23 million")?.style).toBe(named("Verdict: False")?.id);
    expect(runs.find((run) => run.words === "wall held")?.style).toBe(named("Verdict: Half true")?.id);
  });

  test("the first page says which edition it is, and a correction what and why, before anything else", async () => {
    const signed = correctedEdition(report);
    const lines = (await paragraphsOf(await editionToDocx(signed))).map(({ words }) => words);
    expect(lines.slice(0, 5)).toEqual([
      "Correction, 24 June 2026.",
      "What changed: The rating of claim 2",
      "Why: A source had been read wrongly.",
      "The Wall",
      "Lantern checking desk: Fact-check report, edition 2, 24 June 2026",
    ]);
    const { edition, proof } = signed;
    for (const said of [edition.address, edition.desk.keys, proof.digest, proof.keyId, proof.publicKey])
      expect(lines.join("\n")).toContain(said);
  });

  test("a withdrawn check says so at the top, on every page and in its properties", async () => {
    const change = { kind: "withdrawal" as const, what: "All of it", why: "The gauge was broken." };
    const bytes = await editionToDocx(correctedEdition({ ...report, status: "withdrawn" }, { change }));
    const [first, ...rest] = await paragraphsOf(bytes);
    expect(first?.words).toContain("Withdrawal, 24 June 2026.");
    expect(rest.map(({ words }) => words)).toContain("Why: The gauge was broken.");
    const parts = await xmlPartsOf(bytes);
    const footer = [...parts].find(([name]) => name.startsWith("word/footer"))?.[1];
    expect(everyElement(footer, "w:t").map(xmlTextOf).join("")).toContain("Withdrawn.");
    expect(everyElement(parts.get("docProps/core.xml"), "dc:description").map(xmlTextOf).join("")).toContain(
      "withdrawn",
    );
  });

  test("Arabic runs from right to left, the first row of a table is its head, headings are headings", async () => {
    const bytes = await editionToDocx(signedEdition(report));
    const paragraphs = await paragraphsOf(bytes);
    const arabic = paragraphs.find(({ words }) => words.startsWith("بلغ"));
    expect(arabic?.isRightToLeft).toBe(true);
    expect(arabic?.runs.every((run) => run.isRightToLeft)).toBe(true);
    expect(paragraphs.find(({ words }) => words === "Flood at Sele")?.style).toBe("Heading2");
    const parts = await xmlPartsOf(bytes);
    const [head, row] = everyElement(parts.get("word/document.xml"), "w:tr");
    expect(everyElement(head, "w:tblHeader").length).toBe(1);
    expect(everyElement(row, "w:tblHeader").length).toBe(0);
    const [defaults] = childrenOf(parts.get("word/styles.xml") ?? { name: "", attributes: {}, children: [] });
    expect(attributeOf(everyElement(defaults, "w:lang")[0] ?? null, "w:val")).toBe("en-GB");
    const core = parts.get("docProps/core.xml");
    expect(everyElement(core, "dc:title").map(xmlTextOf)).toEqual(["The Wall"]);
    expect(everyElement(core, "dc:creator").map(xmlTextOf)).toEqual(["Mirel Haas"]);
    expect(everyElement(core, "dcterms:modified").map(xmlTextOf)).toEqual(["2026-06-19T14:32:00.000Z"]);
  });

  test("sources are listed once with the claims they serve, confidential ones only as described", async () => {
    const hidden = {
      confidential: true,
      stance: "supports",
      kind: "expert",
      describedAs: "A county engineer",
    } as const;
    const claims = [
      claimOn(1, "wall held", { evidence: [someEvidence, hidden] }),
      claimOn(2, "23 million", { evidence: [someEvidence] }),
    ];
    const lines = (await paragraphsOf(await editionToDocx(signedEdition({ ...report, claims })))).map(
      ({ words }) => words,
    );
    const sources = lines.slice(lines.indexOf("Sources") + 1).filter((words) => words !== "");
    expect(sources).toEqual([
      expect.stringMatching(/^1\. .*A title.*For claims 1, 2\./u),
      "2. A county engineer. Confidential source. For claim 1.",
    ]);
  });
});

test.each(reportLanguages)("a withdrawal in %s says what is taken back, and not what changed", async (language) => {
  const { words } = voiceOf(language);
  const change = { kind: "withdrawal", what: "All of it", why: "The register was false" } as const;
  const signed = correctedEdition({ ...report, status: "withdrawn" }, { language, change });
  const lines = (await paragraphsOf(await editionToDocx(signed))).map((paragraph) => paragraph.words);
  expect(lines).toContain(`${words.whatIsTakenBack}: All of it`);
  const corrected = (await paragraphsOf(await editionToDocx(correctedEdition(report, { language })))).map(
    (paragraph) => paragraph.words,
  );
  expect(corrected).toContain(`${words.whatChanged}: The rating of claim 2`);
});

test("the list of sources leads to a DOI where it is printed", async () => {
  const csl = { ...someEvidence.source.csl, DOI: "10.1000/a_b" };
  const evidence = [{ ...someEvidence, source: { ...someEvidence.source, csl } }];
  const parts = await xmlPartsOf(
    await editionToDocx(signedEdition(reportWith(text, [claimOn(1, "cost", { evidence })]))),
  );
  const links = everyElement(parts.get("word/_rels/document.xml.rels"), "Relationship").map((each) =>
    attributeOf(each, "Target"),
  );
  expect(links).toContain("https://doi.org/10.1000/a_b");
});
