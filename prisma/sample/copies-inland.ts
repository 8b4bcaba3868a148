import type { SampleCopy } from "#prisma/sample/shape.ts";
import type { SourceKey } from "#prisma/sample/sources.ts";

/** Of the flood and of the ward. */
export const inlandCopies = {
  outturn: {
    fileName: "outturn-2025-schedule-4.txt",
    contentType: "text/plain",
    content: `County of Aldermoor, Office of the Treasurer
Capital outturn 2020 to 2025, schedule 4, in the money of each year

Flood defence, 2020 to 2025: 61.2. 1990 to 2019: 48.9. Millions of crowns.

Line 15. Weir at Upper Sele: tender 3.1; outturn 3.0. Millions of crowns.

Line 16. Sele flood wall: tender 23.0; outturn 27.4; of which national grant 9.1. Millions of crowns.

Line 17. Pumps, Corran road: tender 1.4; outturn 1.9. Millions of crowns.
`,
  },
  floodReturns: {
    fileName: "flood-returns.txt",
    contentType: "text/plain",
    content: `Sele Town Council
Household returns after the flood of 9 November 2024

Sent to 640 houses behind the wall; 588 came back, and the clerk called on the others.

Water in living rooms: none. Water in cellars, by way of the drains: three (Eel Lane 2, 4 and 9).

Damp on walls that were dry before: nine. Standing water is what the council counts.
`,
  },
  model: {
    fileName: "corran-1907-annexes.txt",
    contentType: "text/plain",
    content: `Hydraulics Laboratory at Corran, report 1907
Hydraulic effects of a wall at Sele: annexes C and D

Annex C, stages

Nether Sele, peak stage, with wall: +0.11 m (design event), +0.04 m (annual event).

Annex D, storage

Former meadows on the left bank: storage to crest 880,000 to 930,000 cubic metres. The range is that of two surveys, of 1961 and 2018.
`,
  },
  boardPaper: {
    fileName: "board-paper-12.txt",
    contentType: "text/plain",
    content: `St Orran’s Hospital
Board paper 12: the night rest scheme after one year

With eleven wards and 206 nurses the scheme is, to our knowledge, the largest in the country. It began on 1 February 2025.

Table 1. Medication errors on nights 182 to 116. Sick leave 14.5 to 11.6 days a nurse.

Staff. Nine posts were created. Cost in the first year 4.2 million, recruitment included. Six rooms were fitted with beds.

Appendix. Incident forms, all shifts: 4,310 to 3,360. The form on paper was withdrawn in March 2025.

Tuva Marchetti, director of nursing
`,
  },
  steward: {
    fileName: "kettering-2026-04-30.vtt",
    contentType: "text/vtt",
    content: `WEBVTT - Ambrose Kettering, Ward Six, 30 April 2026

00:12:33.000 --> 00:12:38.000
<v Dole>The hospital says that there are a third fewer errors.

00:12:41.000 --> 00:12:44.500
<v Kettering>You stop counting, and the count goes down.

00:12:44.500 --> 00:12:48.000
<v Kettering>That is not the same as the thing going down.

00:12:55.000 --> 00:12:59.000
<v Kettering>Nobody fills in thirty-one fields at four in the morning.
`,
  },
} as const satisfies Readonly<Partial<Record<SourceKey, SampleCopy>>>;
