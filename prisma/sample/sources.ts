import type { SourceKind } from "#lib/domain/evidence.ts";

export type SampleSource = {
  readonly kind: SourceKind;
  readonly title: string;
  readonly publication: string;
  readonly author: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly publishedOn: string;
  readonly address: string;
};

/** Invented sources at reserved addresses (RFC 2606). */
export const sampleSources = {
  returns: {
    kind: "dataset",
    title: "Passenger returns, Hallowmere crossing, first quarter 2023",
    publication: "Brannick Harbour Board",
    author: "",
    publishedOn: "2023-04-20",
    address: "https://harbour.example/returns/2023-q1.csv",
  },
  register: {
    kind: "document",
    title: "Vessel register, entry 4471",
    publication: "Coastal Registry Office",
    author: "",
    publishedOn: "2019-09-11",
    address: "https://registry.example/vessels/4471",
  },
  release: {
    kind: "publication",
    title: "Press release 14/2023: The Sound goes quiet",
    publication: "Brannick Harbour Board",
    author: "Press office",
    publishedOn: "2023-03-03",
    address: "https://harbour.example/press/2023-14",
  },
  prospectus: {
    kind: "document",
    title: "Prospectus to lenders: two electric vessels for the Hallowmere crossing",
    publication: "Brannick Harbour Board",
    author: "",
    publishedOn: "2021-10",
    address: "https://harbour.example/prospectus-2021.pdf",
  },
  fuelAnnex: {
    kind: "document",
    title: "Fuel annex to the prospectus, revised",
    publication: "Tarn Marine Engineering",
    author: "Rasmus Tarn",
    publishedOn: "2021-11-18",
    address: "https://tarn-marine.example/annex-b-revised.pdf",
  },
  accounts: {
    kind: "document",
    title: "Annual accounts 2025",
    publication: "Brannick Harbour Board",
    author: "Audited by Pell & Maddow",
    publishedOn: "2026-04-14",
    address: "https://harbour.example/accounts/2025.pdf",
  },
  /** The same accounts, entered a second time by somebody else. */
  accountsAgain: {
    kind: "document",
    title: "Annual accounts 2025 of the Brannick Harbour Board",
    publication: "Brannick Harbour Board",
    author: "",
    publishedOn: "2026-04",
    address: "https://harbour.example/accounts/2025.pdf?download",
  },
  courier: {
    kind: "publication",
    title: "Ferry deficit widens",
    publication: "The Sound Courier",
    author: "Nils Overgaard",
    publishedOn: "2026-04-16",
    address: "https://courier.example/2026/04/ferry-deficit-widens",
  },
  airStudy: {
    kind: "publication",
    title: "Nitrogen dioxide at a small harbour before and after electrification",
    publication: "University of Wray, Reports in Air Chemistry 31",
    author: "Brack, Ottoline; Adair, Femi",
    publishedOn: "2024-08-09",
    address: "https://wray.example/air-chemistry/31/brack-adair",
  },
  population: {
    kind: "dataset",
    title: "Population register, Hallowmere, 2001 to 2025",
    publication: "County of Brannick",
    author: "",
    publishedOn: "2026-01-31",
    address: "https://brannick.example/register/hallowmere.csv",
  },
  clerk: {
    kind: "interview",
    title: "Conversation with the town clerk of Hallowmere",
    publication: "The Lantern Review, notes",
    author: "Odile Farrant",
    publishedOn: "2026-04-21",
    address: "",
  },
  meeting: {
    kind: "recording",
    title: "Public meeting on the crossing, St Bride’s Hall",
    publication: "Hallowmere Community Radio",
    author: "",
    publishedOn: "2026-04-28",
    address: "https://radio.example.org/archive/2026-04-28",
  },
  gauge: {
    kind: "dataset",
    title: "Gauge readings, Sele bridge, every fifteen minutes",
    publication: "Wend River Service",
    author: "",
    publishedOn: "2024-12-02",
    address: "https://wend.example/gauges/sele-bridge/2024-11.csv",
  },
  outturn: {
    kind: "document",
    title: "Capital outturn 2020 to 2025, schedule 4",
    publication: "County of Aldermoor",
    author: "Office of the Treasurer",
    publishedOn: "2026-02-27",
    address: "https://aldermoor.example/finance/outturn-2025.pdf",
  },
  floodReturns: {
    kind: "document",
    title: "Household returns after the flood of 9 November 2024",
    publication: "Sele Town Council",
    author: "",
    publishedOn: "2025-01-15",
    address: "https://sele.example/flood/returns.pdf",
  },
  model: {
    kind: "document",
    title: "Hydraulic effects of a wall at Sele, with annexes",
    publication: "Hydraulics Laboratory at Corran",
    author: "Vane, Jorun",
    publishedOn: "2019-06-28",
    address: "https://corran-lab.example/reports/1907",
  },
  boardPaper: {
    kind: "document",
    title: "Board paper 12: the night rest scheme after one year",
    publication: "St Orran’s Hospital",
    author: "Tuva Marchetti",
    publishedOn: "2026-03-10",
    address: "https://st-orran.example/board/2026-03/12.pdf",
  },
  trial: {
    kind: "publication",
    title: "Scheduled rest on twelve-hour nights: a trial in nine hospitals",
    publication: "University of Wray, Journal of Shift Work 18",
    author: "Ibe, Calloway; Thorne, Signe",
    publishedOn: "2026-03-24",
    address: "https://wray.example/shift-work/18/ibe-thorne",
  },
  steward: {
    kind: "person",
    title: "Ambrose Kettering, steward on Ward Six, recorded in conversation",
    publication: "The Lantern Review, recordings",
    author: "Casimir Dole",
    publishedOn: "2026-04-30",
    address: "",
  },
  nightNurse: {
    kind: "person",
    title: "A nurse on Ward Six (the name is in Casimir Dole’s safe)",
    publication: "The Lantern Review, notes",
    author: "",
    publishedOn: "2026-05-02",
    address: "",
  },
} as const satisfies Readonly<Record<string, SampleSource>>;

export type SourceKey = keyof typeof sampleSources;
