import type { SampleClaim } from "#prisma/sample/shape.ts";

const article = "The Lantern Review, in print";

/** The crossing and the prospectus. */
export const ferryClaims: readonly SampleClaim[] = [
  {
    quote: "There were 212 passengers aboard",
    statement: "The Kittiwake carried 212 passengers on her first crossing from Hallowmere, on 3 March 2023.",
    claimant: "Odile Farrant",
    saidOn: "2026-06-12",
    saidIn: article,
    markedBy: "ines",
    evidence: [
      {
        source: "returns",
        stance: "supports",
        kind: "primary",
        passage: "2023-03-03 06:10 Hallowmere Kittiwake 171 41 212",
        locator: "table row 4",
        note: "The return is filed by the purser and counts tickets torn, not tickets sold.",
        linkedBy: "ines",
        isKept: true,
        calculation: "171 + 41 = 212",
      },
    ],
    steps: [
      { do: "take", by: "ines" },
      {
        do: "propose",
        by: "ines",
        rating: "True",
        rationale: "The purser’s return for the crossing gives 171 on foot and 41 in vehicles, which is 212.",
        asOf: "2026-05-07",
      },
      { do: "approve", by: "padma", comment: "Checked the sum against the row." },
    ],
  },
  {
    quote: "“the first fully electric ferry service on this coast,”",
    statement: "No fully electric ferry ran on the Brannick coast before the Kittiwake in March 2023.",
    claimant: "Press office of the Brannick Harbour Board",
    saidOn: "2023-03-03",
    saidIn: "Press release 14/2023",
    markedBy: "ines",
    evidence: [
      {
        source: "release",
        stance: "supports",
        kind: "claimant",
        passage: "Brannick today launches the first fully electric ferry service for vehicles on this coast.",
        locator: "first paragraph",
        note: "The release says “for vehicles”. The tea towels leave it out, and so do we.",
        linkedBy: "ines",
        isKept: true,
      },
      {
        source: "register",
        stance: "refutes",
        kind: "official",
        passage: "Sandmartin. Passenger vessel, 48 persons. Propulsion: battery electric. In service Oster Point.",
        locator: "entry 4471",
        note: "In service since September 2019, on foot-passenger routes only.",
        linkedBy: "teodor",
        isKept: true,
      },
    ],
    steps: [
      { do: "assign", by: "padma", to: "ines", dueInDays: 1, priority: "high" },
      {
        do: "ask",
        by: "ines",
        askedOf: "Press office of the Brannick Harbour Board",
        contact: "press@harbour.example",
        channel: "email",
        text: "Your tea towels call the Kittiwake “the first fully electric ferry service on this coast”. The register has the Sandmartin, a battery ferry, at Oster Point since September 2019. Do you stand by the words, and if so, how do you count the Sandmartin?",
        dueInHours: -18,
      },
      {
        do: "propose",
        by: "ines",
        rating: "True",
        rationale: "The board’s release says so, and no earlier electric car ferry is on the register.",
        asOf: "2026-05-06",
      },
      {
        do: "return",
        by: "padma",
        comment:
          "We print “ferry service”, not “car ferry”. Teodor’s register entry shows a battery boat at Oster Point three years earlier. Please rate the words that we print.",
      },
      {
        do: "propose",
        by: "ines",
        rating: "Mostly false",
        rationale:
          "A battery ferry, the Sandmartin, has sailed from Oster Point since September 2019. The board’s release limits the claim to boats that carry vehicles, and in that form it holds; the words on the tea towel, which the article quotes without comment, do not.",
        asOf: "2026-05-09",
        suggestedWording: "“the first fully electric ferry service” for cars on this coast,",
      },
    ],
  },
  {
    quote:
      "In its prospectus of October 2021 the board told lenders that the Kittiwake and her sister, the Dunlin, would save 3.1 million litres of diesel a year and return a surplus by the third summer.",
    statement: "The prospectus of October 2021 told lenders to expect a surplus by the third summer of service.",
    claimant: "Odile Farrant",
    saidOn: "2026-06-12",
    saidIn: article,
    markedBy: "teodor",
    evidence: [
      {
        source: "prospectus",
        stance: "supports",
        kind: "primary",
        passage:
          "The Board expects the crossing to be in surplus on operations by the close of its third summer season.",
        locator: "p. 9, section 2.4",
        note: "",
        linkedBy: "teodor",
        isKept: true,
      },
    ],
    steps: [
      {
        do: "propose",
        by: "teodor",
        rating: "True",
        rationale: "Section 2.4 says it in almost the same words. The litres are checked separately.",
        asOf: "2026-05-06",
      },
      { do: "approve", by: "jonas" },
    ],
  },
  {
    quote: "save 3.1 million litres of diesel a year",
    statement: "The prospectus put the saving of both boats together at 3.1 million litres of diesel a year.",
    claimant: "Brannick Harbour Board",
    saidOn: "2021-10",
    saidIn: "Prospectus to lenders",
    markedBy: "teodor",
    evidence: [
      {
        source: "prospectus",
        stance: "supports",
        kind: "primary",
        passage: "Diesel no longer burned, both vessels: 3.1 million litres a year.",
        locator: "p. 14, table 3",
        note: "",
        linkedBy: "teodor",
        isKept: true,
      },
      {
        source: "fuelAnnex",
        stance: "context",
        kind: "expert",
        passage: "Consumption of the vessels to be retired: 3.1 million litres a year.",
        locator: "p. 2",
        note: "The engineers’ annex, on which table 3 rests.",
        linkedBy: "teodor",
      },
    ],
    steps: [
      { do: "assign", by: "jonas", to: "teodor", dueInDays: 2, priority: "normal" },
      {
        do: "propose",
        by: "teodor",
        rating: "True",
        rationale: "Table 3 of the prospectus and the engineers’ annex give the same figure.",
        asOf: "2026-05-07",
      },
      { do: "approve", by: "padma" },
      { do: "keep", by: "teodor", source: "fuelAnnex" },
      {
        do: "edit-evidence",
        by: "teodor",
        evidence: 1,
        passage: "Consumption of the vessels to be retired, corrected 18 November 2021: 2.7 million litres a year.",
      },
    ],
  },
  {
    quote: "“a rounding error in a century of service.”",
    statement: "The chair of the harbour board called the deficit “a rounding error in a century of service.”",
    claimant: "Odile Farrant",
    saidOn: "2026-06-12",
    saidIn: article,
    markedBy: "ines",
    evidence: [
      {
        source: "meeting",
        stance: "supports",
        kind: "primary",
        passage: "Strand: It’s a rounding error, over a century of service.",
        locator: "00:41:10",
        note: "Public recording of the whole meeting.",
        linkedBy: "ines",
      },
    ],
    steps: [
      { do: "keep", by: "padma", source: "meeting" },
      {
        do: "edit-evidence",
        by: "padma",
        evidence: 0,
        passage:
          "Strand: Over the life of this board it is a rounding error. A rounding error in a century of service.",
      },
      {
        do: "propose",
        by: "ines",
        rating: "True",
        rationale: "The words are on the recording. Padma’s transcript has the sentence before it as well.",
        asOf: "2026-05-08",
      },
      { do: "approve", by: "jonas", comment: "Padma wrote the transcript, so I have listened in her place." },
    ],
  },
];
