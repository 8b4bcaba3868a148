import { describe, expect, test } from "vitest";
import type { ReportReply } from "#lib/domain/report.ts";
import { reportFormats, writeReport } from "#lib/formats/report/write-report.ts";
import { emptyReport, reportWith, someClaim } from "#tests/formats/report-fixture.ts";

const { article } = emptyReport();
const asked: ReportReply = {
  askedOf: "The Harbour Board",
  askedAt: "2026-05-04T09:00:00.000Z",
  deadline: "2026-05-06T09:00:00.000Z",
  standing: "overdue",
  answer: null,
  answeredAt: null,
};
const sentences: readonly [string, Partial<ReportReply>, string][] = [
  ["nobody answered", {}, "The Harbour Board, asked 4 May 2026: no answer by 6 May 2026"],
  [
    "it still waits",
    { standing: "waiting" },
    "The Harbour Board, asked 4 May 2026, to answer by 6 May 2026: no answer yet",
  ],
  [
    "they answered",
    { standing: "answered", answer: "We have two boats.", answeredAt: "2026-05-05T09:00:00.000Z" },
    "The Harbour Board, asked 4 May 2026: answered 5 May 2026",
  ],
  [
    "they answered late",
    { standing: "late", answer: "We have two boats.", answeredAt: "2026-05-08T09:00:00.000Z" },
    "The Harbour Board, asked 4 May 2026: answered 8 May 2026, after the deadline of 6 May 2026",
  ],
];

describe.each(sentences)("a report says that %s", (_, change, sentence) => {
  const reply = { ...asked, ...change };
  const report = reportWith(article, [someClaim(1, { replies: [reply] })]);

  test.each(reportFormats.filter((format) => format !== "json"))("in %s", async (format) => {
    const words = (await writeReport(report, format)).replace(/<\/?bdi>/g, "");
    expect(words).toContain(sentence);
    if (reply.answer !== null) expect(words).toContain(reply.answer);
  });
});
