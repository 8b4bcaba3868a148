import { unzipSync, zipSync } from "fflate";
import { ratingTokens } from "#lib/domain/rating.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToDocx } from "#lib/formats/docx/edition-docx.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence, someVerdict, withCsl } from "#tests/formats/report-fixture.ts";
import { withNewSources } from "./formats/new-sources.ts";
import { compare } from "./harness.ts";

const count = 500;

const words = Array.from(
  { length: count },
  (_, index) =>
    `Paragraph ${index}: the harbour board bought two boats in ${1900 + (index % 100)} and promised that they would pay for themselves by the third summer, which they did not.`,
);
const composed = composeText(words.map((text) => draft(text)));

/** Two pieces of evidence each, from 250 sources in all. */
const claims = words.map((text, index) => {
  const start = composed.text.indexOf(text) + 15;
  const token = ratingTokens[index % ratingTokens.length] ?? "off";
  const evidence = [0, 1].map((place) => {
    const { kind, publication, author, publishedOn } = someEvidence.source;
    const number = (index * 2 + place) % 250;
    const [title, address] = [`Ledger ${number}`, `https://archive.example/ledgers/${number}`];
    return { ...someEvidence, source: withCsl({ kind, publication, author, publishedOn, title, address }) };
  });
  return someClaim(index + 1, { start, end: start + 60, verdict: someVerdict({ label: token, token }), evidence });
});
const signed = signedEdition(reportWith(composed, claims));
const parts = unzipSync(await editionToDocx(signed));

await compare(`What does a Word document of ${count} claims cost over zipping its bytes? (at most 1,000 ms)`, [
  { name: "fflate zipSync", work: () => zipSync(parts) },
  { name: "editionToDocx", work: () => editionToDocx(withNewSources(signed)) },
  { name: "the same, its references known", work: () => editionToDocx(signed) },
]);
