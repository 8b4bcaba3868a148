import type { SignedEdition } from "#lib/domain/edition.ts";
import { type EditionFacts, factsOf, titleOf } from "#lib/formats/edition/page-facts.ts";
import { type Passage, passagesOf } from "#lib/formats/pdf/pdf-article.ts";
import { claimOf, type SetClaim } from "#lib/formats/pdf/pdf-claim.ts";
import { frontOf, type Labelled, type PdfFront, whatAndWhy } from "#lib/formats/pdf/pdf-front.ts";
import { type SetSource, setSources } from "#lib/formats/pdf/pdf-sources.ts";
import {
  addressRun,
  dataRun,
  figuresRun,
  isolatedWords,
  paragraphsOf,
  type Run,
  runOf,
  shortened,
  type Words,
  wordsAmong,
} from "#lib/formats/pdf/pdf-words.ts";
import type { ClaimEntry } from "#lib/formats/report/report-words.ts";
import { dayOf, filled, joinedParts, momentIn, type Voice } from "#lib/formats/report/voice.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

type Fact = { readonly name: string; readonly runs: readonly Run[] };

/** All that the template sets, in the order of the page; nothing in it is markup. */
export type PdfEdition = PdfFront & {
  /** ISO 639 and, where it is said, ISO 3166-1, as Typst wants them apart. */
  readonly language: string;
  readonly region: string | null;
  /** The direction of the report's own words, and with it of its pages. */
  readonly dir: Voice["dir"];
  readonly articleLanguage: string;
  readonly date: readonly number[];
  readonly documentTitle: string;
  readonly authors: string;
  readonly digest: string;
  readonly headLeft: string;
  readonly headRight: string;
  readonly footLeft: string;
  readonly passages: readonly Passage[];
  readonly claims: readonly SetClaim[];
  readonly withdrawn: readonly SetClaim[];
  readonly leftOut: string;
  readonly method: readonly Words[];
  readonly sources: readonly SetSource[];
  readonly earlier: readonly { readonly line: string; readonly kind: string; readonly said: readonly Labelled[] }[];
  readonly checking: readonly Words[];
  readonly facts: readonly Fact[];
  /** Headings and short sentences that the template sets itself. */
  readonly says: Says;
};

type Says = Pick<
  ReportWords,
  | "theArticle"
  | "theClaims"
  | "withdrawnClaims"
  | "method"
  | "sources"
  | "earlierEditions"
  | "check"
  | "noText"
  | "noClaims"
  | "noEvidence"
  | "rationaleGiven"
  | "signedEdition"
>;

/** The edition in the words and the order in which it is printed. */
export function pdfEdition(signed: SignedEdition): PdfEdition {
  const { edition, proof } = signed;
  const { report } = edition;
  const facts = factsOf(signed);
  const { voice, live, withdrawn } = facts;
  const { words } = voice;
  const labels = new Map(report.claims.map((claim, index) => [claim.number, `claim-${index}`]));
  const claimsOf = (entries: readonly ClaimEntry[]) =>
    entries.map((entry) => claimOf(entry, labels.get(entry.claim.number) ?? "", facts));
  const title = titleOf(facts);
  const [tag, region = null] = languageOf(edition.language) ?? [];
  const { language } = voice;
  return {
    language,
    region: tag === language ? region : null,
    dir: voice.dir,
    articleLanguage: languageOf(report.article.language)?.[0] ?? language,
    date: dateOf(edition.publishedAt),
    documentTitle: filled(words.fileOf, { title: shortened(title, 300) }),
    authors: shortened(report.desk, 300),
    digest: proof.digest,
    headLeft: isolatedWords(shortened(report.desk, 50)),
    headRight: isolatedWords(shortened(title, 60)),
    footLeft: editionWords(edition, proof.digest.slice(0, 16), voice),
    ...frontOf(facts),
    passages: passagesOf(report, live, { labels, voice }),
    claims: claimsOf(live),
    withdrawn: claimsOf(withdrawn),
    leftOut: edition.leftOut === 0 ? "" : filled(words.leftOut, { number: edition.leftOut }),
    method: paragraphsOf(edition.method),
    sources: setSources(facts),
    earlier: edition.earlier.toReversed().map((each) => ({
      line: editionWords(each, dataRun(each.digest, voice).words, voice),
      kind: each.change === null ? words.firstEdition : words[each.change.kind],
      said: each.change === null ? [] : whatAndWhy(each.change, voice),
    })),
    checking: paragraphsOf(`${words.checkPdf}\n${words.checkPdfHow}`),
    facts: proofFacts(facts),
    says: saidBy(words),
  };
}

/** Language and region of a BCP 47 tag, null for what is none. */
function languageOf(tag: string | null): [string, string | null] | null {
  if (tag === null || tag.length > 35 || !/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag)) return null;
  const region = /-([a-z]{2})(?:-|$)/i.exec(tag)?.[1]?.toUpperCase() ?? null;
  return [tag.split("-")[0]?.toLowerCase() ?? "en", region];
}

function dateOf(moment: string): number[] {
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return [1970, 1, 1, 0, 0, 0];
  const day = [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()];
  return [...day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()];
}

function saidBy(words: ReportWords): Says {
  const { theArticle, theClaims, withdrawnClaims, method, sources, earlierEditions, check } = words;
  const { noText, noClaims, noEvidence, rationaleGiven, signedEdition } = words;
  const headings = { theArticle, theClaims, withdrawnClaims, method, sources, earlierEditions, check };
  return { ...headings, noText, noClaims, noEvidence, rationaleGiven, signedEdition };
}

/** "Edition 2, 24 June 2026, Digest 5c5c5c5c". */
function editionWords(
  { number, publishedAt }: { readonly number: number; readonly publishedAt: string },
  digest: string,
  voice: Voice,
): string {
  const { words } = voice;
  return joinedParts([`${words.edition} ${number}`, dayOf(publishedAt, voice), `${words.digest} ${digest}`], voice);
}

function proofFacts({ signed, voice }: EditionFacts): Fact[] {
  const { edition, proof } = signed;
  const { desk, report, audit } = edition;
  const { words } = voice;
  const address = (name: string, value: string): Fact[] =>
    value === "" ? [] : [{ name, runs: [addressRun(value, voice)] }];
  const published = [String(edition.number), momentIn(edition.publishedAt, voice)];
  const by = filled(words.publishedBy, { name: wordsAmong(edition.publishedBy, voice) });
  const key = `${joinedParts([wordsAmong(desk.name, voice), words.key], voice)} `;
  return [
    { name: words.edition, runs: [runOf(joinedParts([...published, by], voice))] },
    { name: words.digest, runs: [dataRun(proof.digest, voice)] },
    { name: words.signedBy, runs: [runOf(key), figuresRun(proof.keyId, voice)] },
    { name: words.publicKey, runs: [dataRun(proof.publicKey, voice)] },
    { name: words.signature, runs: [runOf(`${proof.algorithm}${words.comma}`), dataRun(proof.signature, voice)] },
    ...address(words.thisEdition, edition.address),
    ...address(words.keysAt, desk.keys),
    ...address(words.desk, desk.homepage),
    ...address(words.corrections, desk.correctionsPage),
    {
      name: words.articleText,
      runs: [
        runOf(`${filled(words.articleVersion, { number: report.article.version })}${words.comma}sha256 `),
        dataRun(report.article.textDigest, voice),
      ],
    },
    { name: words.auditHead, runs: [runOf(`${audit.seq}${words.comma}`), dataRun(audit.hash, voice)] },
  ];
}
