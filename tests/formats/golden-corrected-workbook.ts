import type { SignedEdition } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { sha256Hex } from "#lib/formats/canonical-json.ts";
import { correctedEdition } from "#tests/formats/edition-fixture.ts";
import { day, editionRows, type GoldenWorkbook, type Held, headings } from "#tests/formats/golden-workbook.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict, withCsl } from "#tests/formats/report-fixture.ts";

const composed = composeText([
  draft("Flood at Sele", "heading"),
  draft("The wall held. It cost 23 million crowns."),
  draft("2019\t23 million", "table-row"),
]);

const at = "2026-05-10T10:00:00.000Z";
const gauge = "https://board.example/gauge?volume=14&page=2";
const copy = {
  digest: "ab".repeat(32),
  address: gauge,
  mediaType: "application/pdf",
  obtainedAt: "2026-05-07T08:00:00.000Z",
  obtainedBy: "Ines Okoro",
};
const origin = "01940000-0000-7000-8000-000000000777";

function on(quote: string) {
  const start = composed.text.indexOf(quote);
  return { quote, start, end: start + quote.length };
}

const gaugeBook = withCsl({
  kind: "document",
  title: "Gauge book",
  publication: "Harbour Board",
  author: "Haas, Mirel",
  publishedOn: "2019-03-04",
  address: gauge,
});
const letter = withCsl({
  kind: "interview",
  title: "A letter",
  publication: "",
  author: "Kettering, Ambrose",
  publishedOn: "2020-11",
  address: "http://letters.example/1",
});

const claims = [
  someClaim(1, {
    ...on("wall held"),
    saidOn: "2026-05-04",
    verdict: someVerdict({
      label: "True",
      token: "true",
      value: 5,
      rationale: "The gauge says so.\nTwice.",
      reviews: [
        { name: "Padma Ellery", decision: "approve", at, comment: "" },
        { name: "Jonas Achterberg", decision: "dissent", at, comment: "One gauge is\nnot enough." },
      ],
    }),
    evidence: [
      { ...someEvidence, source: gaugeBook, originId: origin, capture: copy },
      { ...someEvidence, source: letter, stance: "context", kind: "secondary", originId: origin },
      { confidential: true, stance: "refutes", kind: "expert", describedAs: "A county engineer" },
    ],
  }),
  someClaim(2, {
    ...on("23 million"),
    verdict: someVerdict({
      label: "Opinion",
      token: "off",
      value: null,
      suggestedWording: "32 million",
      wording: { outcome: "accepted", note: "", by: "Jo Abara", at },
    }),
    evidence: [
      {
        ...someEvidence,
        source: gaugeBook,
        accessedOn: "2026-05-08",
        calculation: [{ line: "16 + 16", result: "32", problem: null }],
      },
    ],
  }),
  someClaim(3, {
    ...on("crowns"),
    state: "stale",
    staleReason: "quote",
    verdict: someVerdict({ signedOff: false, suggestedWording: "euros" }),
    evidence: [],
  }),
  someClaim(4, { ...on("2019"), state: "withdrawn", withdrawnReason: "Said twice.", verdict: null, evidence: [] }),
  someClaim(5, { ...on("Flood"), statement: "", state: "open", verdict: null, evidence: [], saidOn: "" }),
];
const article = { title: "The Wall", byline: "Mirel Haas", publisher: "The Lantern", publishedOn: "2026-05-02" };
const report = reportWith({ ...composed, ...article, address: "https://lantern.example/wall" }, claims);
const people = { checkedBy: ["Ines Okoro", "Teodor Brandt"], reviewedBy: ["Padma Ellery"] };

const places = {
  wall: "Paragraph 1, after “The”",
  cost: "Paragraph 1, after “The wall held. It cost”",
  crowns: "Paragraph 1, after “… wall held. It cost 23 million”",
};
const cited = {
  gauge: `Haas, M. (2019). Gauge book. Harbour Board. ${gauge}`,
  letter: "Kettering, A. (2020, November). A letter [Interview]. http://letters.example/1",
  hidden: "A county engineer. Confidential source.",
};
const someone = ["A claimant", "A place"];
const kept = `sha256 ${copy.digest}, 2026-05-07`;

/** A second edition with claims in every standing, and what an expert would read in its workbook. */
export function correctedWorkbook(): GoldenWorkbook {
  const signed = correctedEdition({ ...report, people }, { summary: "Most of it stands.", method: "Two read it." });
  return { signed, sheets: [{ name: "About this edition", rows: aboutRows(signed) }, ...sheets] };
}

function aboutRows(signed: SignedEdition): Held[][] {
  return [
    [...headings.about],
    ["What changed", "Correction, 2026-06-24. The rating of claim 2. A source had been read wrongly."],
    ["The article", "The Wall"],
    ["Author", "Mirel Haas"],
    ["Publisher", "The Lantern"],
    ["Article published on", day("2026-05-02")],
    ["Article’s address", "https://lantern.example/wall"],
    ["Article text", `1, sha256 ${sha256Hex(composed.text)}`],
    ["Summary", "Most of it stands."],
    ["How we checked", "Two read it."],
    ["Checked by", "Ines Okoro, Teodor Brandt"],
    ["Reviewed by", "Padma Ellery"],
    ["Claims", 5],
    ["Claims left out", 0],
    ...editionRows(signed, "Ruth Adeyemi"),
  ];
}

const sheets = [
  {
    name: "Claims",
    rows: [
      headings.claims,
      [
        ...[1, "Statement 1", places.wall, "wall held", ...someone, day("2026-05-04")],
        "Primary, supports\nSecondary, context\nExpert, refutes",
        `${cited.gauge} (p. 1)\n${cited.letter} (p. 1)\n${cited.hidden}`,
        ...[
          `${gauge}\nhttp://letters.example/1\n–`,
          `${kept}\n–\n–`,
          day("2026-05-09"),
          "True",
          5,
          "1 to 5",
          "Ines Okoro",
        ],
        ...["Padma Ellery", "Jonas Achterberg, 2026-05-10: One gauge is not enough."],
        ...["The gauge says so.\nTwice.", null, "Signed off"],
      ],
      [
        ...[
          2,
          "Statement 2",
          places.cost,
          "23 million",
          ...someone,
          "2026-05",
          "Primary, supports",
          `${cited.gauge} (p. 1)`,
        ],
        ...[gauge, null, day("2026-05-09"), "Opinion", "Off the scale, without a number", "1 to 5", "Ines Okoro"],
        ...[null, null, "Because.", "32 million", "Signed off"],
      ],
      [
        ...[3, "Statement 3", places.crowns, "crowns", ...someone, "2026-05", null, null, null, null],
        ...[day("2026-05-09"), "Stale, not signed off", null, null, "Ines Okoro", null, null],
        ...["The quote changed after the verdict was given.\nBecause.", "euros", "Stale, not signed off"],
      ],
      [
        ...[4, "Statement 4", "Table row 1, at its beginning", "2019", ...someone, "2026-05", null, null, null, null],
        ...[null, "Withdrawn", null, null, null, null, null, "Said twice.", null, "Withdrawn"],
      ],
      [
        ...[5, null, "Heading 1, at its beginning", "Flood", ...someone, null, null, null, null, null],
        ...[null, "Open, not signed off", null, null, null, null, null, "Nobody has worked on this claim yet."],
        ...[null, "Open, not signed off"],
      ],
    ],
  },
  {
    name: "Evidence",
    rows: [
      headings.evidence,
      [
        ...[1, 1, "Supports", "Primary", cited.gauge, gauge, "A passage", "p. 1", "A note", null],
        ...[day("2026-05-06"), copy.digest, day("2026-05-07"), "Origin 1"],
      ],
      [
        ...[
          1,
          2,
          "Context",
          "Secondary",
          cited.letter,
          "http://letters.example/1",
          "A passage",
          "p. 1",
          "A note",
          null,
        ],
        ...[day("2026-05-06"), null, null, "Origin 1"],
      ],
      [1, 3, "Refutes", "Expert", cited.hidden, null, null, null, null, null, null, null, null, null],
      [
        ...[2, 1, "Supports", "Primary", cited.gauge, gauge, "A passage", "p. 1", "A note", "16 + 16 = 32"],
        ...[day("2026-05-08"), null, null, null],
      ],
    ],
  },
  {
    name: "Sources",
    rows: [
      headings.sources,
      [1, cited.gauge, "Document", gauge, "1, 2", kept, "2026-05-06\n2026-05-08"],
      [2, cited.letter, "Interview", "http://letters.example/1", "1", null, day("2026-05-06")],
      [3, cited.hidden, "Confidential source", null, "1", null, null],
    ],
  },
  {
    name: "Change list",
    rows: [
      headings.changes,
      [
        ...[2, places.cost, "23 million", "32 million", "Because.", "Opinion", "Ines Okoro", "Accepted", null],
        ...["Jo Abara", day("2026-05-10")],
      ],
      [
        ...[3, places.crowns, "crowns", "euros", "Because.", "Stale, not signed off", "Ines Okoro", "No answer yet"],
        ...[null, null, null],
      ],
    ],
  },
];
