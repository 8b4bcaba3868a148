import type { Report } from "#lib/domain/report.ts";
import { composeText } from "#lib/domain/text.ts";
import { draft, reportWith, someClaim, someEvidence } from "#tests/formats/report-fixture.ts";

/** A report with so many claims, each in a paragraph of its own and with two pieces of evidence. */
export function manyClaims(count: number): Report {
  const words = Array.from(
    { length: count },
    (_, index) =>
      `In the year ${1500 + index} the board counted ${index * 37} passengers, the best year that the quay had seen since the war, although the ledger of the ${index}th crossing said otherwise.`,
  );
  const composed = composeText(words.map((text) => draft(text)));
  const claims = words.map((text, index) => {
    const start = composed.text.indexOf(text);
    const quote = text.slice(0, text.indexOf(","));
    return someClaim(index + 1, {
      start,
      end: start + quote.length,
      quote,
      statement: `${quote}.`,
      evidence: [someEvidence, { ...someEvidence, stance: "refutes" }],
    });
  });
  return reportWith({ ...composed, title: `${count} claims` }, claims);
}
