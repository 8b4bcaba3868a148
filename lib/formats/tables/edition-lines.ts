import type { EditionDocument, SignedEdition } from "#lib/domain/edition.ts";
import { filled, voiceOf } from "#lib/formats/report/voice.ts";

/** What this edition changed, why and when, in a line; "" in the first. Days are ISO 8601, in UTC. */
export function changeSentence({ change, publishedAt, language }: EditionDocument): string {
  if (change === null) return "";
  const { words } = voiceOf(language);
  const taken = change.kind === "withdrawal" ? words.withdrawnNotice : "";
  const said = [taken, sentence(change.what), sentence(change.why)].filter((part) => part !== "");
  return [`${words[change.kind]}${words.comma}${publishedAt.slice(0, 10)}.`, ...said].join(" ");
}

/** On one line, with a full stop where it ends without one; "" of nothing. */
export function sentence(text: string): string {
  const line = text.trim().replace(/\s+/gu, " ");
  return line === "" || /[.!?…。؟]$/u.test(line) ? line : `${line}.`;
}

/** Number, day, digest, key and the addresses where both can be checked, in a line. */
export function editionLine({ edition, proof }: SignedEdition): string {
  const { number, address, desk, language } = edition;
  const known = { number, day: edition.publishedAt.slice(0, 10), digest: proof.digest, key: proof.keyId };
  return filled(voiceOf(language).words.editionInLine, { ...known, address, keys: desk.keys });
}

/** "Fact check of “A title”", by the desk's name where the article has none. */
export function checkTitle({ report, desk, language }: EditionDocument): string {
  const { words } = voiceOf(language);
  const title = report.article.title.trim().replace(/\s+/gu, " ");
  return title === "" ? filled(words.checkBy, { name: desk.name }) : filled(words.checkOf, { title });
}

/** The same with the number of the edition: "Fact check of “A title”, edition 2". */
export function editionTitle(edition: EditionDocument): string {
  const { words } = voiceOf(edition.language);
  return filled(words.numberedEdition, { title: checkTitle(edition), number: edition.number });
}

/** What is to be said of the edition itself, each under its name, without what is empty. */
export function editionLines(signed: SignedEdition): { readonly name: string; readonly value: string }[] {
  const { edition, proof } = signed;
  const { report, desk, audit } = edition;
  const { article } = report;
  const { words } = voiceOf(edition.language);
  const taken = edition.change?.kind === "withdrawal";
  const earlier = edition.earlier.map(({ number, publishedAt, digest }) => {
    return { name: `${words.edition} ${number}`, value: `${publishedAt.slice(0, 10)}, sha256 ${digest}` };
  });
  const facts = [
    { name: taken ? words.whatIsTakenBack : words.whatChanged, value: changeSentence(edition) },
    { name: words.theArticle, value: article.title },
    { name: words.author, value: article.byline },
    { name: words.publisher, value: article.publisher },
    { name: words.publishedOn, value: article.publishedOn ?? "" },
    { name: words.articleAddress, value: article.address ?? "" },
    { name: words.articleText, value: `${article.version}, sha256 ${article.textDigest}` },
    { name: words.summary, value: edition.summary },
    { name: words.method, value: edition.method },
    { name: words.checker, value: report.people.checkedBy.join(", ") },
    { name: words.reviewer, value: report.people.reviewedBy.join(", ") },
    { name: words.claims, value: String(report.claims.length) },
    { name: words.claimsLeftOut, value: String(edition.leftOut) },
    { name: words.desk, value: desk.name },
    { name: words.homepage, value: desk.homepage },
    { name: words.corrections, value: desk.correctionsPage },
    { name: words.edition, value: String(edition.number) },
    { name: words.published, value: edition.publishedAt },
    { name: words.editionBy, value: edition.publishedBy },
    { name: words.address, value: edition.address },
    { name: `${words.digest} (sha256)`, value: proof.digest },
    { name: words.key, value: proof.keyId },
    { name: words.publicKey, value: `${proof.algorithm} ${proof.publicKey}` },
    { name: words.signature, value: proof.signature },
    { name: words.keysAt, value: desk.keys },
    { name: words.auditHead, value: `${audit.seq}, ${audit.hash}` },
    ...earlier,
    { name: words.check, value: words.checkTable },
  ];
  return facts.filter(({ value }) => value.trim() !== "");
}
