import { composeText } from "#lib/domain/text.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { editionToMarkdown } from "#lib/formats/edition/edition-markdown.ts";
import { signedEdition } from "#tests/formats/edition-fixture.ts";
import { draft, reportWith, someClaim, someEvidence } from "#tests/formats/report-fixture.ts";
import { withNewSources } from "./formats/new-sources.ts";
import { compare } from "./harness.ts";

const sentence = (number: number) =>
  `In the year ${number} the ferry carried ${number * 212} passengers over the Sound.`;
const article = composeText(
  Array.from({ length: 500 }, (_, index) => draft(`${sentence(index)} Nobody counted twice.`)),
);
const sources = Array.from({ length: 50 }, (_, index) => {
  const title = `Annual accounts, volume ${index}`;
  return { ...someEvidence.source, title, csl: { ...someEvidence.source.csl, id: `source-${index}`, title } };
});
const claims = Array.from({ length: 500 }, (_, index) => {
  const quote = sentence(index);
  const start = article.text.indexOf(quote);
  const source = sources[index % sources.length] ?? someEvidence.source;
  const evidence = [{ ...someEvidence, source }, someEvidence];
  return someClaim(index + 1, { quote, start, end: start + quote.length, evidence });
});
const signed = signedEdition(reportWith(article, claims));

await compare("What does an edition of 500 claims and 51 sources cost to write, over JSON.stringify of the document?", [
  { name: "JSON.stringify", work: () => JSON.stringify(signed) },
  { name: "Markdown", work: () => editionToMarkdown(withNewSources(signed)) },
  { name: "HTML", work: () => editionToHtml(withNewSources(signed)) },
  { name: "HTML, its references known", work: () => editionToHtml(signed) },
]);
