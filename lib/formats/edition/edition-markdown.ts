import type { Root, RootContent } from "mdast";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { canonicalJson } from "#lib/formats/canonical-json.ts";
import { sourcesOf } from "#lib/formats/edition/edition-sources-cited.ts";
import { editionsTable, methodOf, ratingsList, sourcesList, verifyLines } from "#lib/formats/edition/markdown-back.ts";
import { claimParts, claimSlug } from "#lib/formats/edition/markdown-claims.ts";
import { changeTable, frontOf, overviewTable } from "#lib/formats/edition/markdown-front.ts";
import { heading } from "#lib/formats/edition/markdown-pieces.ts";
import { type EditionFacts, factsOf } from "#lib/formats/edition/page-facts.ts";
import { annotatedArticle } from "#lib/formats/report/markdown-article.ts";
import { paragraph, text, writtenMarkdown } from "#lib/formats/report/markdown-text.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { filled } from "#lib/formats/report/voice.ts";

/**
 * The edition as GitHub Flavored Markdown, with the proof in a comment at its end: `stet-edition` and the canonical form
 * of the signed edition in base64url. Words from outside come out as text, whatever they look like.
 */
export function editionToMarkdown(signed: SignedEdition): string {
  const facts = factsOf(signed);
  const proof = Buffer.from(canonicalJson(signed), "utf8").toString("base64url");
  const root: Root = {
    type: "root",
    children: [
      ...frontOf(facts),
      ...middle(facts),
      ...back(facts),
      { type: "html", value: `<!-- stet-edition ${proof} -->` },
    ],
  };
  return writtenMarkdown(root);
}

function middle(facts: EditionFacts): RootContent[] {
  const { edition, report, voice, live, withdrawn } = facts;
  const { words } = voice;
  const marked = live.map(({ claim }) => claim);
  const article = annotatedArticle(report, marked, (number) => claimSlug(number, voice));
  return [
    ...(edition.template === "writer" ? changeTable(facts) : []),
    ...(edition.template === "editor" ? overviewTable(facts) : []),
    heading(words.theArticle),
    ...(article.length === 0 ? [paragraph(text(words.noText))] : article),
    heading(words.theClaims),
    ...(live.length === 0 ? [paragraph(text(words.noClaims))] : claimSections(live, facts)),
    ...(withdrawn.length === 0 ? [] : [heading(words.withdrawnClaims), ...claimSections(withdrawn, facts)]),
    ...(edition.leftOut === 0 ? [] : [paragraph(text(filled(words.leftOut, { number: edition.leftOut })))]),
  ];
}

function claimSections(entries: readonly ClaimEntry[], facts: EditionFacts): RootContent[] {
  return entries.flatMap((entry) => claimParts(entry, facts));
}

function back(facts: EditionFacts): RootContent[] {
  return [
    ...ratingsList(facts),
    ...methodOf(facts),
    ...sourcesList(facts, sourcesOf(facts.signed)),
    ...editionsTable(facts),
    ...verifyLines(facts),
  ];
}
