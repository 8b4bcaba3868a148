import type { SampleClaim } from "#prisma/sample/shape.ts";

const article = "The Lantern Review, in print";

/** The accounts, the air and the town. */
export const ferryLedgerClaims: readonly SampleClaim[] = [
  {
    quote:
      "Ridership is up by 41 per cent since the diesel boats were retired, the sharpest rise of any of the nine routes",
    statement:
      "The accounts show 41 per cent more passengers than in the last diesel year, the largest rise of the nine routes.",
    claimant: "Odile Farrant",
    saidOn: "2026-06-12",
    saidIn: article,
    markedBy: "ines",
    evidence: [
      {
        source: "accounts",
        stance: "supports",
        kind: "primary",
        passage: "Hallowmere: 548,000 passengers (2022: 388,700). Average of other routes: up 6 per cent.",
        locator: "p. 31, table 2",
        note: "388,700 to 548,000 is a rise of 41.0 per cent. But 2022 had seven weeks without any boat.",
        linkedBy: "ines",
        isKept: true,
        calculation: "(548,000 − 388,700) / 388,700 = 41.0%",
      },
      {
        source: "courier",
        stance: "context",
        kind: "secondary",
        passage: "The crossing was closed from January to late February 2022 for work on the slip.",
        locator: "fourth paragraph",
        note: "",
        linkedBy: "teodor",
        isKept: true,
      },
    ],
    steps: [
      { do: "take", by: "ines" },
      {
        do: "propose",
        by: "ines",
        rating: "Half true",
        rationale:
          "The sum is right and the rise is the largest of the nine. But the year it is measured from had seven weeks without a boat. Against 2019, the last full diesel year, the rise is 19 per cent, second to Oster Point.",
        asOf: "2026-05-08",
        suggestedWording: "Ridership is 19 per cent above that of 2019, the last full year of the diesel boats",
      },
    ],
  },
  {
    quote:
      "the sharpest rise of any of the nine routes on the Sound, while a foot passenger’s fare has stood at 6.40 crowns since 2018",
    statement: "",
    claimant: "",
    saidOn: "",
    saidIn: "",
    markedBy: "teodor",
    evidence: [],
    steps: [],
  },
  {
    quote: "the crossing lost 1.9 million crowns last year",
    statement: "The Hallowmere crossing made an operating loss of 1.9 million crowns in the financial year 2025.",
    claimant: "Odile Farrant, after the board’s accounts",
    saidOn: "2026-06-12",
    saidIn: article,
    markedBy: "ines",
    evidence: [
      {
        source: "accounts",
        stance: "supports",
        kind: "primary",
        passage: "(1,913,406)",
        locator: "table row 4, cell 2",
        note: "The result from operations of the Hallowmere crossing, on p. 31, before depreciation of the two hulls, which p. 44 puts at 0.4 million.",
        linkedBy: "ines",
        isKept: true,
      },
      {
        source: "courier",
        stance: "supports",
        kind: "secondary",
        passage: "The crossing lost 1.9 million crowns, according to accounts released on Tuesday.",
        locator: "first paragraph",
        note: "Takes its figure from the accounts.",
        linkedBy: "ines",
        sameOriginAs: 0,
        isKept: true,
      },
    ],
    steps: [{ do: "assign", by: "padma", to: "ines", dueInDays: 0, priority: "high" }],
  },
  {
    quote: "nitrogen dioxide on the Hallowmere quay fell by 68 per cent in the first year",
    statement: "The Wray study found a fall in nitrogen dioxide of 68 per cent over the first year.",
    claimant: "Brannick Harbour Board",
    saidOn: "2024",
    saidIn: "On its tickets",
    markedBy: "teodor",
    evidence: [
      {
        source: "airStudy",
        stance: "supports",
        kind: "expert",
        passage: "Mean concentrations in July were 68 per cent below those of the reference July.",
        locator: "p. 112, table 5",
        note: "",
        linkedBy: "teodor",
      },
    ],
    steps: [
      { do: "assign", by: "padma", to: "teodor", dueInDays: -2, priority: "high" },
      {
        do: "propose",
        by: "teodor",
        rating: "Mostly true",
        rationale: "The figure is in table 5 of the study.",
        asOf: "2026-05-08",
      },
      {
        do: "return",
        by: "padma",
        comment:
          "The 68 is July only. What does the study give for all fourteen weeks, and does it say “year” anywhere?",
      },
    ],
  },
  {
    quote: "Hallowmere has lost a third of its year-round residents since 2001",
    statement: "Hallowmere has a third fewer year-round residents than in 2001.",
    claimant: "Town clerk of Hallowmere",
    saidOn: "2026-04-21",
    saidIn: "In conversation with Odile Farrant",
    markedBy: "teodor",
    evidence: [
      {
        source: "clerk",
        stance: "supports",
        kind: "claimant",
        passage: "A third gone since I was sworn in. You can count the chimneys.",
        locator: "notebook 3, p. 20",
        note: "",
        linkedBy: "teodor",
      },
      {
        source: "population",
        stance: "context",
        kind: "official",
        passage: "2001: 1,204 registered. 2025: 1,187 registered.",
        locator: "rows 1 and 25",
        note: "Registers every owner of a house, at home or not. Nobody counted year-round residents before 2014.",
        linkedBy: "teodor",
      },
    ],
    steps: [
      {
        do: "propose",
        by: "teodor",
        rating: "Unproven",
        rationale:
          "The register counts every owner of a house, not those who live there all year, and no other count exists before 2014. The clerk’s chimneys are a fair observation and not a number.",
        asOf: "2026-05-09",
      },
      { do: "approve", by: "padma" },
    ],
  },
  {
    quote: "Of the forty-four berths promised for winter visitors, nineteen were built.",
    statement: "",
    claimant: "",
    saidOn: "",
    saidIn: "",
    markedBy: "ines",
    evidence: [
      {
        source: "accountsAgain",
        stance: "supports",
        kind: "primary",
        passage: "Berths for winter visitors: 19 built of 44 planned.",
        locator: "p. 44, note 7",
        note: "",
        linkedBy: "teodor",
      },
    ],
    steps: [{ do: "assign", by: "jonas", to: "teodor", dueInDays: 4, priority: "low" }],
  },
  {
    quote: "the chandler sells candles",
    statement: "The ship’s chandler at Hallowmere now sells candles.",
    claimant: "Odile Farrant",
    saidOn: "2026-06-12",
    saidIn: article,
    markedBy: "ines",
    evidence: [],
    steps: [{ do: "withdraw", by: "ines", reason: "A joke about a shop. It has always sold candles." }],
  },
];
