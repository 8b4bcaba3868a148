import type { SampleCopy } from "#prisma/sample/shape.ts";
import type { SourceKey } from "#prisma/sample/sources.ts";

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>
<body><article><h1>${title}</h1>
${body}
</article></body></html>
`;
}

function table(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  return `<table>\n${[row(head, "th"), ...rest.map((cells) => row(cells, "td"))].join("\n")}\n</table>`;
}

const returns = page(
  "Passenger returns, Hallowmere crossing, first quarter 2023",
  `<p>Filed by the pursers of the Brannick Harbour Board. Counts tickets torn at the gangway. “In vehicles” includes drivers.</p>
${table([
  ["Date", "Hour", "From", "Boat", "On foot", "In vehicles", "Together"],
  ["2023-03-02", "06:10", "Hallowmere", "Guillemot", "58", "37", "95"],
  ["2023-03-02", "17:40", "Brannick", "Guillemot", "61", "40", "101"],
  ["2023-03-03", "06:10", "Hallowmere", "Kittiwake", "171", "41", "212"],
  ["2023-03-03", "17:40", "Brannick", "Kittiwake", "144", "43", "187"],
  ["2023-03-04", "06:10", "Hallowmere", "Kittiwake", "69", "38", "107"],
])}
<p>No return was filed for the evening of 4 March, when the gangway was shut for the wind.</p>`,
);

const accounts = page(
  "Annual accounts 2025, pages 31 and 44",
  `<p>The Brannick Harbour Board keeps nine routes on the Sound. This page is about the Hallowmere crossing. Pell &amp; Maddow have audited the figures.</p>
<h2>Passengers</h2>
<p>Hallowmere: 548,000 passengers (2022: 388,700). Average of other routes: up 6 per cent.</p>
<h2>Result</h2>
${table([
  ["Hallowmere crossing, crowns", "2025", "2024"],
  ["Fares and freight", "9,204,118", "9,022,560"],
  ["Costs of operation", "11,117,524", "10,641,902"],
  ["Result from operations", "(1,913,406)", "(1,619,342)"],
])}
<p>A surplus before 2029 is not in evidence.</p>
<h2>Notes</h2>
<p>Depreciation of the two hulls, 0.4 million crowns, is not part of the result from operations.</p>
<p>Berths for winter visitors: 19 built of 44 planned.</p>`,
);

function courier(loss: string, end: string): string {
  return page(
    "Ferry deficit widens",
    `<p>${loss}, according to accounts released on Tuesday. It is the third loss in three years.</p>
<p>The harbour board, which bought two electric boats on the promise of a surplus, has not said how it will pay for the next one.</p>
<p>Passengers are not the trouble. More people cross than ever did in the days of the diesel boats, though the comparison flatters.</p>
<p>The crossing was closed from January to late February 2022 for work on the slip. ${end}</p>`,
  );
}

/** What stands at the address of the Courier's article now: other words than in the kept copy. */
export const courierNow = courier(
  "The crossing lost 1.5 million crowns before the cost of new batteries",
  "This article was changed on 20 April.",
);

export const ferryCopies = {
  returns: { fileName: "returns-2023-q1.html", contentType: "text/html", content: returns },
  accounts: { fileName: "accounts-2025-extract.html", contentType: "text/html", content: accounts },
  courier: {
    fileName: "ferry-deficit-widens.html",
    contentType: "text/html; charset=utf-8",
    content: courier("The crossing lost 1.9 million crowns", "Nobody was carried for seven weeks."),
    isFetched: true,
  },
  release: {
    fileName: "press-release-14-2023.html",
    contentType: "text/html",
    content: page(
      "The Sound goes quiet",
      `<p>Brannick today launches the first fully electric ferry service for vehicles on this coast. The Kittiwake leaves Hallowmere at ten past six, without a sound.</p>
<p>“We have waited a hundred years for this silence,” said the chair of the board, Linnea Strand. Tea towels are to be had at the ticket window.</p>
<p>Press office of the Brannick Harbour Board, 3 March 2023.</p>`,
    ),
  },
  register: {
    fileName: "register-4471.txt",
    contentType: "text/plain",
    content: `Coastal Registry Office
Extract from the vessel register, entry 4471

Sandmartin. Passenger vessel, 48 persons. Propulsion: battery electric. In service Oster Point.

Entered 11 September 2019. Surveyed each spring since; no remarks.
`,
  },
  prospectus: {
    fileName: "prospectus-2021.txt",
    contentType: "text/plain",
    content: `Prospectus to lenders: two electric vessels for the Hallowmere crossing
Brannick Harbour Board, October 2021. The words of the file, without its pictures.

2.4 Result

Fares are to rise by no more than prices do. The Board expects the crossing to be in surplus on operations by the close of its third summer season. Fourteen crossings a day are assumed throughout.

Table 3, Fuel

Diesel no longer burned, both vessels: 3.1 million litres a year. The figure is that of our engineers, in annex B.
`,
  },
  fuelAnnex: {
    fileName: "annex-b-revised.txt",
    contentType: "text/plain",
    content: `Tarn Marine Engineering
Annex B to the prospectus, revised

An error in the hours under way has been put right.

Consumption of the vessels to be retired, corrected 18 November 2021: 2.7 million litres a year.

Rasmus Tarn
`,
  },
  meeting: {
    fileName: "public-meeting-2026-04-28.vtt",
    contentType: "text/vtt",
    content: `WEBVTT - Public meeting on the crossing

00:40:52.000 --> 00:40:58.000
<v Questioner>How long does the board mean to go on losing money on us?

00:41:10.000 --> 00:41:16.000
<v Strand>Over the life of this board it is a rounding error.

00:41:16.000 --> 00:41:20.000
<v Strand>A rounding error in a century of service.

00:41:24.000 --> 00:41:29.000
<v Questioner>Round it down, then, and send me the difference.
`,
  },
} as const satisfies Readonly<Partial<Record<SourceKey, SampleCopy>>>;
