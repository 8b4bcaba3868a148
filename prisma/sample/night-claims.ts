import type { SampleClaim } from "#prisma/sample/shape.ts";

const article = "The Lantern Review, in proof";

export const nightClaims: readonly SampleClaim[] = [
  {
    quote: "the largest of its kind in the country",
    statement: "No hospital in the country has a larger scheme of paid night rest than St Orran’s.",
    claimant: "St Orran’s Hospital",
    saidOn: "2026-03-10",
    saidIn: "Board paper 12",
    markedBy: "ines",
    evidence: [
      {
        source: "boardPaper",
        stance: "supports",
        kind: "claimant",
        passage: "With eleven wards and 206 nurses the scheme is, to our knowledge, the largest in the country.",
        locator: "p. 1",
        note: "“To our knowledge” is the only evidence that the paper offers.",
        linkedBy: "ines",
        isKept: true,
      },
    ],
    steps: [
      {
        do: "propose",
        by: "ines",
        rating: "Unproven",
        rationale:
          "Nobody keeps a list. The hospital says so to the best of its knowledge, and we could find no larger one.",
        asOf: "2026-05-08",
        suggestedWording: "which the hospital believes to be the largest of its kind in the country",
      },
      {
        do: "override",
        by: "padma",
        reason: "Nobody keeps a list of such schemes. A second origin would prove nothing, and the verdict says so.",
      },
      { do: "approve", by: "padma" },
    ],
  },
  {
    quote: "medication errors on nights fell by 36 per cent and sick leave by a fifth",
    statement: "In the first year errors with medication on nights fell by 36 per cent, and sick leave by a fifth.",
    claimant: "St Orran’s Hospital",
    saidOn: "2026-03-10",
    saidIn: "Board paper 12",
    markedBy: "teodor",
    evidence: [
      {
        source: "boardPaper",
        stance: "supports",
        kind: "claimant",
        passage: "Medication errors on nights 182 to 116. Sick leave 14.5 to 11.6 days a nurse.",
        locator: "p. 4, table 1",
        note: "Falls of 36.3 and 20.0 per cent. Both are counts of what was reported.",
        linkedBy: "teodor",
        isKept: true,
        calculation: "(182 − 116) / 182 = 36.3%\n(14.5 − 11.6) / 14.5 = 20.0%",
      },
      {
        source: "steward",
        stance: "refutes",
        kind: "claimant",
        passage: "You stop counting, and the count goes down. That is not the same as the thing going down.",
        locator: "00:12:41",
        note: "",
        linkedBy: "teodor",
        isKept: true,
      },
      {
        source: "nightNurse",
        stance: "refutes",
        kind: "primary",
        passage: "On paper I wrote down every wrong ampoule. Now I write down the ones that somebody else saw.",
        locator: "notes, p. 9",
        note: "Asked not to be named. Casimir Dole has met her twice and has seen her roster.",
        linkedBy: "teodor",
        publicAs: "A nurse who has worked nights at the hospital for years",
      },
    ],
    steps: [
      { do: "assign", by: "padma", to: "teodor", dueInDays: 2, priority: "high" },
      {
        do: "propose",
        by: "teodor",
        rating: "Half true",
        rationale:
          "Reported errors fell by 36 per cent, but reports of every kind fell by 22 per cent, by day as well, when the form changed. How much of the fall is in the errors cannot be told from these figures. The sick leave is right.",
        asOf: "2026-05-08",
        suggestedWording: "reported medication errors on nights fell by 36 per cent and sick leave by a fifth",
      },
    ],
  },
  {
    quote: "sick leave by a fifth",
    statement: "",
    claimant: "",
    saidOn: "",
    saidIn: "",
    markedBy: "ines",
    evidence: [],
    steps: [],
  },
  {
    quote: "nine full-time nurses, which is what St Orran’s hired, at a cost of 4.2 million crowns",
    statement:
      "St Orran’s hired the equivalent of nine full-time nurses for the scheme, for 4.2 million crowns a year.",
    claimant: "Casimir Dole",
    saidOn: "2026-06-26",
    saidIn: article,
    markedBy: "ines",
    evidence: [
      {
        source: "boardPaper",
        stance: "supports",
        kind: "primary",
        passage: "Nine posts were created. Cost in the first year 4.2 million, recruitment included.",
        locator: "p. 6",
        note: "",
        linkedBy: "ines",
        isKept: true,
      },
    ],
    steps: [
      {
        do: "propose",
        by: "ines",
        rating: "Mostly true",
        rationale:
          "Nine posts and 4.2 million are right. The sum includes the cost of recruiting, which will not recur.",
        asOf: "2026-05-07",
        suggestedWording:
          "nine full-time nurses, which is what St Orran’s hired, at a cost of 4.2 million crowns in the first year",
      },
      {
        do: "discuss",
        by: "jonas",
        with: "ines",
        text: "Is the cost of recruiting in the 4.2 million? Then the second year is cheaper.",
        answer: "It is, page 6 says so. I have put it in the rationale and in the wording.",
        resolved: "The rationale and the suggested wording say so now.",
      },
      { do: "approve", by: "jonas" },
      {
        do: "second",
        by: "padma",
        of: "teodor",
        rating: "True",
        rationale:
          "The paper has nine posts and 4.2 million, and the sentence claims nothing else. It does not say that the sum comes back every year.",
        asOf: "2026-05-08",
      },
    ],
  },
  {
    quote: "Medication errors on nights",
    statement: "",
    claimant: "",
    saidOn: "",
    saidIn: "",
    markedBy: "ines",
    evidence: [],
    steps: [
      {
        do: "share",
        by: "ines",
        quote: "medication errors on nights fell by 36 per cent and sick leave by a fifth",
      },
    ],
  },
  {
    quote: "the number of incident forms of every kind dropped by 22 per cent",
    statement:
      "The number of incident forms at St Orran’s, of all kinds and shifts, fell by 22 per cent in the first year.",
    claimant: "Ambrose Kettering, steward on Ward Six",
    saidOn: "2026-04-30",
    saidIn: "In conversation with Casimir Dole",
    markedBy: "teodor",
    evidence: [
      {
        source: "boardPaper",
        stance: "supports",
        kind: "primary",
        passage: "Incident forms, all shifts: 4,310 to 3,360.",
        locator: "p. 11, appendix",
        note: "",
        linkedBy: "teodor",
        isKept: true,
      },
    ],
    steps: [
      { do: "assign", by: "jonas", to: "teodor", dueInDays: 0, priority: "normal" },
      {
        do: "discuss",
        by: "jonas",
        with: "teodor",
        text: "The screen came in March, a month after the lamps. Do both years in the table count the same twelve months?",
        answer: "The appendix does not say. I have asked the hospital for the forms month by month.",
      },
    ],
  },
  {
    quote: "followed 1,140 nurses in nine hospitals and found no difference in errors",
    statement: "The Wray trial followed 1,140 nurses in nine hospitals and found no difference in errors.",
    claimant: "Casimir Dole",
    saidOn: "2026-06-26",
    saidIn: article,
    markedBy: "ines",
    evidence: [
      {
        source: "trial",
        stance: "supports",
        kind: "expert",
        passage:
          "1,140 nurses, nine hospitals. Errors per thousand nights: 6.1 with rest, 6.4 without (not significant).",
        locator: "p. 201",
        note: "Registered in advance; errors were the first outcome.",
        linkedBy: "ines",
      },
    ],
    steps: [
      {
        do: "propose",
        by: "ines",
        rating: "True",
        rationale: "The paper gives these numbers and draws this conclusion.",
        asOf: "2026-05-07",
      },
      { do: "approve", by: "padma" },
      {
        do: "edit-evidence",
        by: "ines",
        evidence: 0,
        passage:
          "1,140 nurses, nine hospitals. Errors per thousand nights: 6.1 with rest, 6.4 without (not significant; the trial could have shown a difference of a third, not a smaller one).",
      },
    ],
  },
];
