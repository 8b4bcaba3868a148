import type { SampleClaim } from "#prisma/sample/shape.ts";

const article = "The Lantern Review, in print";

export const floodClaims: readonly SampleClaim[] = [
  {
    quote: "rose 4.7 metres at Sele bridge on the night of 9 November 2024",
    statement: "The Wend rose by 4.7 metres at Sele bridge in the night of 9 November 2024.",
    claimant: "Mirel Haas",
    saidOn: "2026-05-08",
    saidIn: article,
    markedBy: "teodor",
    evidence: [
      {
        source: "gauge",
        stance: "supports",
        kind: "primary",
        passage: "2024-11-09 18:00; 1.12 … 2024-11-10 01:45; 5.83",
        locator: "rows 817 to 848",
        note: "5.83 less 1.12 is 4.71 metres, in seven hours and three quarters.",
        linkedBy: "teodor",
        calculation: "5.83 − 1.12 = 4.71",
      },
    ],
    steps: [
      {
        do: "propose",
        by: "teodor",
        rating: "True",
        rationale: "The automatic gauge shows a rise of 4.71 metres between six in the evening and a quarter to two.",
        asOf: "2026-05-06",
      },
      { do: "approve", by: "jonas" },
    ],
  },
  {
    quote: "it cost the county of Aldermoor 23 million crowns",
    statement: "The county paid 23 million crowns for the wall at Sele.",
    claimant: "Mirel Haas",
    saidOn: "2026-05-08",
    saidIn: article,
    markedBy: "ines",
    evidence: [
      {
        source: "outturn",
        stance: "refutes",
        kind: "official",
        passage: "Sele flood wall: tender 23.0; outturn 27.4; of which national grant 9.1. Millions of crowns.",
        locator: "schedule 4, line 16",
        note: "23 is what was tendered. The county’s own share is 18.3.",
        linkedBy: "ines",
        isKept: true,
        calculation: "27.4 − 9.1 = 18.3",
      },
    ],
    steps: [
      { do: "assign", by: "jonas", to: "ines", dueInDays: 0, priority: "normal" },
      {
        do: "propose",
        by: "ines",
        rating: "False",
        rationale:
          "23 million was the tender. The wall cost 27.4 million, of which the county paid 18.3 million and the state the rest. No reading of the sentence gives 23.",
        asOf: "2026-05-07",
        suggestedWording: "it cost 27.4 million crowns, two thirds of them the county of Aldermoor’s",
      },
    ],
  },
  {
    quote: "“Not one household behind this wall got its feet wet,”",
    statement: "No household behind the wall at Sele was flooded on 9 November 2024.",
    claimant: "Benedikta Ruhl, water officer of Aldermoor",
    saidOn: "2024-11-10",
    saidIn: "To photographers, on the wall at Sele",
    markedBy: "ines",
    evidence: [
      {
        source: "floodReturns",
        stance: "refutes",
        kind: "official",
        passage: "Water in living rooms: none. Water in cellars, by way of the drains: three (Eel Lane 2, 4 and 9).",
        locator: "p. 5",
        note: "Nine households reported damp. The council counts only standing water.",
        linkedBy: "ines",
        isKept: true,
      },
    ],
    steps: [
      {
        do: "propose",
        by: "ines",
        rating: "False",
        rationale: "Three cellars behind the wall took in water.",
        asOf: "2026-05-06",
      },
      {
        do: "return",
        by: "jonas",
        comment:
          "Three cellars of 640 houses, and by the drains, not over the wall. Is “False” fair to what she meant?",
      },
      {
        do: "ask",
        by: "ines",
        askedOf: "Benedikta Ruhl, water officer of Aldermoor",
        contact: "Letter to the county offices",
        channel: "letter",
        text: "On 10 November 2024 you said that not one household behind the wall got its feet wet. The council’s returns list three cellars in Eel Lane with water in them. What did you mean, and would you put it differently now?",
        dueInHours: -24,
        answer:
          "I meant the rooms that people live in. The three cellars took water through the drains, not over the wall, and I ought to have said so.",
      },
      {
        do: "propose",
        by: "ines",
        rating: "Mostly true",
        rationale:
          "No living room behind the wall was flooded. Three cellars took in water through the drains, not over the wall: “not one” is too many by three, among 640.",
        asOf: "2026-05-08",
      },
      { do: "approve", by: "jonas", comment: "Fair now. Keep the three cellars in the article." },
    ],
  },
  {
    quote: "the wall would raise the peak at Nether Sele by eleven centimetres",
    statement: "The Corran model of 2019 predicted a peak eleven centimetres higher at Nether Sele.",
    claimant: "Mirel Haas",
    saidOn: "2026-05-08",
    saidIn: article,
    markedBy: "teodor",
    evidence: [
      {
        source: "model",
        stance: "supports",
        kind: "expert",
        passage: "Nether Sele, peak stage, with wall: +0.11 m (design event), +0.04 m (annual event).",
        locator: "annex C, p. 71",
        note: "The summary, p. 2, calls the same result “slight”.",
        linkedBy: "teodor",
        isKept: true,
      },
    ],
    steps: [
      {
        do: "propose",
        by: "teodor",
        rating: "True",
        rationale: "Annex C gives 0.11 metres for the event that the wall was designed for, which this one was.",
        asOf: "2026-05-06",
      },
      { do: "approve", by: "padma" },
      {
        do: "edit-statement",
        by: "teodor",
        statement:
          "The Corran model of 2019 predicted, for a flood of the size that the wall is built for, a peak eleven centimetres higher at Nether Sele.",
      },
    ],
  },
  {
    quote: "would store 900,000 cubic metres of river for a tenth of what the wall cost",
    statement: "Lowering the bank would store 900,000 cubic metres at a tenth of the cost of the wall.",
    claimant: "Parish of Nether Sele",
    saidOn: "2026-03",
    saidIn: "Letter to the county",
    markedBy: "ines",
    evidence: [
      {
        source: "model",
        stance: "context",
        kind: "expert",
        passage: "Former meadows on the left bank: storage to crest 880,000 to 930,000 cubic metres.",
        locator: "annex D, p. 80",
        note: "On the volume only. Nobody but the parish has priced it.",
        linkedBy: "ines",
        isKept: true,
        calculation: "tenth = 27.4 / 10 = 2.74\nmiddle = 880,000 + 930,000 / 2 = 905,000",
      },
    ],
    steps: [{ do: "assign", by: "padma", to: "ines", dueInDays: -1, priority: "normal" }],
  },
  {
    quote: "has spent more on flood defence in five years than in the thirty before them",
    statement: "Aldermoor spent more on flood defence from 2020 to 2025 than from 1990 to 2019.",
    claimant: "Benedikta Ruhl, water officer of Aldermoor",
    saidOn: "2026-04",
    saidIn: "In conversation with Mirel Haas",
    markedBy: "teodor",
    evidence: [
      {
        source: "outturn",
        stance: "supports",
        kind: "official",
        passage: "Flood defence, 2020 to 2025: 61.2. 1990 to 2019: 48.9. Millions of crowns.",
        locator: "schedule 4, summary",
        note: "",
        linkedBy: "teodor",
        isKept: true,
      },
    ],
    steps: [
      { do: "assign", by: "jonas", to: "teodor", dueInDays: 3, priority: "normal" },
      {
        do: "propose",
        by: "teodor",
        rating: "True",
        rationale: "Schedule 4 gives 61.2 million against 48.9 million.",
        asOf: "2026-05-08",
      },
      {
        do: "return",
        by: "jonas",
        comment:
          "In whose crowns? Thirty years of prices lie between the two sums. Please see whether line 2 is in real terms.",
        rationale: "Schedule 4 gives 61.2 million against 48.9 million, in the prices of each year.",
        suggestedWording:
          "has spent more on flood defence in five years than in the thirty before them, prices left aside",
      },
    ],
  },
];
