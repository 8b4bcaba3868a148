import type { SignedEdition } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { referencesOf } from "#lib/formats/citations/edition-references.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict, withCsl } from "#tests/formats/report-fixture.ts";

/** What a cell holds: words, a number, the UTC midnight of a day, or nothing. */
export type Held = string | number | Date | null;

/** An edition and, sheet by sheet, what each cell of its workbook must hold. */
export type GoldenWorkbook = {
  readonly signed: SignedEdition;
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly Held[])[] }[];
};

export const headings = {
  claims: [
    ...["No.", "Fact", "Position in the article", "Quote", "Claimant", "Where said", "Said on", "Method", "Source"],
    ...["Link", "Copy kept", "Date checked", "Verdict", "Number", "Scale", "Checked by", "Reviewed by", "Dissent"],
    ...["Note", "Suggested wording", "Status"],
  ],
  evidence: [
    ...["Claim", "Source", "Stance", "Method", "Reference", "Link", "Passage", "Place in the source", "Note"],
    ...["Calculation, recomputed", "Read on", "Copy kept", "Copy of", "Same origin"],
  ],
  sources: ["No.", "Reference", "Kind", "Link", "Claims", "Copy kept", "Read on"],
  changes: [
    ...["Claim", "Position in the article", "As written", "Suggested wording", "Reason", "Verdict", "Suggested by"],
    ...["Answer", "Note on the answer", "Answer noted by", "Answer noted on"],
  ],
  about: ["About this edition", "Value"],
} as const;

/** What somebody may write so that a spreadsheet program makes something else of it. */
const dangerous = [
  ...["=1+1", "+1", "-2", "@SUM(A1)", "\t=1", "\r=1", "a\r\n=1", "\n=1", " =1 ", "'=1", "＝1", "a;=1", "a\t=1"],
  ...['=HYPERLINK("https://a.example")', "=cmd|' /C calc'!A0", "#REF!", "{=1}", "1e5", "00123", "TRUE", "1/2"],
  ...["2026-05-09", "12:30", "50%", "€5", "&amp;<f>1</f>", '"', "é👩‍👩‍👧‍👦 قال"],
];

export const day = (text: string) => new Date(`${text}T00:00:00Z`);

/** Several things in one cell stand in its lines, so what breaks within one of them is a space. */
const inLine = (words: string) => words.replace(/\s*\n\s*/gu, " ").trimEnd();

function dangerousClaim(words: string, number: number) {
  const at = "2026-05-10T10:00:00.000Z";
  const verdict = someVerdict({
    label: words,
    rationale: words,
    suggestedWording: words,
    wording: { outcome: "refused", note: words, by: words, at },
    proposedBy: words,
    reviews: (["approve", "dissent"] as const).map((decision) => ({ name: words, decision, at, comment: words })),
  });
  const source = { title: words, publication: words, author: words, publishedOn: "2026", address: addressOf(number) };
  const named = { ...someEvidence, source: withCsl({ kind: "document" as const, ...source }) };
  const calculation = [{ line: words, result: "", problem: "No sum." }];
  const evidence = [{ ...named, passage: words, locator: words, note: words, calculation }];
  const said = {
    start: 0,
    end: 3,
    quote: words,
    statement: words,
    claimant: words,
    saidIn: words,
    saidOn: `about ${words}`,
  };
  return someClaim(number, { ...said, verdict, evidence });
}

const addressOf = (number: number) => `https://a.example/${number}?a="b"&c='d'`;

/** Every dangerous word in every column that takes words. */
export function dangerousWorkbook(words: readonly string[] = dangerous): GoldenWorkbook {
  const claims = words.map((one, index) => dangerousClaim(one, index + 1));
  const article = { title: "=1+1", byline: "+1", publisher: "-2", publishedOn: "2026-05-02", address: "@SUM(A1)" };
  const report = reportWith({ ...composeText([draft("The wall held.")]), ...article }, claims);
  const people = { checkedBy: ["=2", "=3"], reviewedBy: ["\t=4"] };
  const signed = signedEdition({ ...report, people }, { summary: "\t=5", method: "=6\r\n=7", publishedBy: "=8" });
  const { all } = referencesOf(signed.edition, "apa");
  const rows = words.map((one, index) => {
    return { one, line: inLine(one), number: index + 1, cited: all[index]?.text ?? "" };
  });
  const place = "Paragraph 1, at its beginning";
  return {
    signed,
    sheets: [
      {
        name: "Claims",
        rows: [
          headings.claims,
          ...rows.map(({ one, line, number, cited }) => [
            ...[
              number,
              one,
              place,
              one,
              one,
              one,
              `about ${one}`,
              "Primary, supports",
              inLine(`${cited} (${one.trim()})`),
            ],
            ...[new URL(addressOf(number)).href, null, day("2026-05-09"), one, 3, "1 to 5", one, line],
            ...[inLine(`${one}, 2026-05-10: ${one}`), one, one, "Signed off"],
          ]),
        ],
      },
      {
        name: "Evidence",
        rows: [
          headings.evidence,
          ...rows.map(({ one, number, cited }) => [
            ...[number, number, "Supports", "Primary", cited, new URL(addressOf(number)).href, one, one, one],
            ...[inLine(`${one}. No sum.`), day("2026-05-06"), null, null, null],
          ]),
        ],
      },
      {
        name: "Sources",
        rows: [
          headings.sources,
          ...rows.map(({ number, cited }) => {
            const address = new URL(addressOf(number)).href;
            return [number, cited, "Document", address, String(number), null, day("2026-05-06")];
          }),
        ],
      },
      {
        name: "Change list",
        rows: [
          headings.changes,
          ...rows.map(({ one, number }) => [
            ...[number, place, one, one, one, one, one, "Refused", one, one, day("2026-05-10")],
          ]),
        ],
      },
      {
        name: "About this edition",
        rows: [
          headings.about,
          ["The article", "=1+1"],
          ["Author", "+1"],
          ["Publisher", "-2"],
          ["Article published on", day("2026-05-02")],
          ["Article’s address", "@SUM(A1)"],
          ["Article text", `1, sha256 ${report.article.textDigest}`],
          ["Summary", "\t=5"],
          ["How we checked", "=6\r\n=7"],
          ["Checked by", "=2, =3"],
          ["Reviewed by", "\t=4"],
          ["Claims", words.length],
          ["Claims left out", 0],
          ...editionRows(signed, "=8"),
        ],
      },
    ],
  };
}

/** What stands at the end of the last sheet of every workbook here. */
export function editionRows({ edition, proof }: SignedEdition, publishedBy: string): Held[][] {
  return [
    ["Desk", "Lantern checking desk"],
    ["Desk’s page", "https://lantern.example/checks"],
    ["Corrections", "https://lantern.example/corrections"],
    ["Edition", edition.number],
    ["Published", edition.publishedAt],
    ["Published by", publishedBy],
    ["Address", edition.address],
    ["Digest (sha256)", proof.digest],
    ["Key", proof.keyId],
    ["Public key", `Ed25519 ${proof.publicKey}`],
    ["Signature", proof.signature],
    ["Published keys", edition.desk.keys],
    ["Audit chain", `412, ${"5c".repeat(32)}`],
    ...edition.earlier.map((each) => [`Edition ${each.number}`, `2026-06-19, sha256 ${each.digest}`]),
    [
      "How to check this file",
      "Run npx stet verify with this file, as you received it, or open the edition’s address. Compare the public key with the desk’s keys.",
    ],
  ];
}
