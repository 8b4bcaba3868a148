import type { SignedEdition } from "#lib/domain/edition.ts";
import { creditsOf, type EditionFacts, factsOf, titleOf } from "#lib/formats/edition/page-facts.ts";
import { type Passage, passagesOf } from "#lib/formats/pdf/pdf-article.ts";
import { claimOf, referenceOf, type SetClaim } from "#lib/formats/pdf/pdf-claim.ts";
import type { Mark } from "#lib/formats/pdf/pdf-standing.ts";
import {
  addressRun,
  dataRun,
  isolatedWords,
  paragraphOf,
  paragraphsOf,
  type Run,
  runOf,
  setWords,
  shortened,
  type Words,
} from "#lib/formats/pdf/pdf-words.ts";
import { type ClaimEntry, sortedClaims } from "#lib/formats/report/report-words.ts";
import { dayOf, filled, joinedParts, momentIn, type Voice } from "#lib/formats/report/voice.ts";
import { citedFor } from "#lib/formats/report/voice-claim.ts";
import { countsIn } from "#lib/formats/report/voice-report.ts";
import type { ReportWords } from "#lib/formats/report/words/en.ts";

type Fact = { readonly name: string; readonly runs: readonly Run[] };

/** All that the template sets, in the order of the page; nothing in it is markup. */
export type PdfEdition = {
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
  readonly desk: string;
  readonly editionLine: string;
  readonly change: { readonly title: string; readonly words: readonly Words[] } | null;
  readonly title: Words;
  readonly summary: readonly Words[];
  readonly counted: string;
  readonly credits: readonly Words[];
  readonly address: readonly Run[];
  readonly counts: readonly (Mark & { readonly claims: number })[];
  readonly passages: readonly Passage[];
  readonly claims: readonly SetClaim[];
  readonly withdrawn: readonly SetClaim[];
  readonly leftOut: string;
  readonly method: readonly Words[];
  readonly sources: readonly { readonly runs: readonly Run[]; readonly used: string }[];
  readonly earlier: readonly { readonly line: string; readonly words: readonly Words[] }[];
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
  const { voice } = facts;
  const { words } = voice;
  const { live, withdrawn } = sortedClaims(report);
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
    desk: isolatedWords(report.desk),
    editionLine: filled(words.editionLine, { number: edition.number, day: dayOf(edition.publishedAt, voice) }),
    change: changeOf(facts),
    title: paragraphOf(title),
    summary: paragraphsOf(edition.summary),
    counted: countsIn(report, voice),
    credits: creditsOf(facts).map(paragraphOf),
    address:
      report.article.address === null || report.article.address === "" ? [] : [addressRun(report.article.address)],
    counts: countsOf(report.summary, voice),
    passages: passagesOf(report, live, { labels, voice }),
    claims: claimsOf(live),
    withdrawn: claimsOf(withdrawn),
    leftOut: edition.leftOut === 0 ? "" : filled(words.leftOut, { number: edition.leftOut }),
    method: paragraphsOf(edition.method),
    sources: sourcesOf([...live, ...withdrawn], voice),
    earlier: edition.earlier.toReversed().map((each) => ({
      line: editionWords(each, dataRun(each.digest).words, voice),
      words: each.change === null ? [] : paragraphsOf(`${each.change.what}\n${each.change.why}`),
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

function changeOf({ edition, report, voice }: EditionFacts): PdfEdition["change"] {
  const { change } = edition;
  const isWithdrawn = report.status === "withdrawn";
  if (change === null && !isWithdrawn) return null;
  const name = voice.words[isWithdrawn ? "withdrawal" : (change?.kind ?? "update")];
  const said = [isWithdrawn ? voice.words.withdrawnNotice : "", change?.what ?? "", change?.why ?? ""];
  return {
    title: joinedParts([name, dayOf(edition.publishedAt, voice)], voice),
    words: paragraphsOf(said.join("\n")),
  };
}

type Counts = SignedEdition["edition"]["report"]["summary"];

function countsOf({ ratings, stale, open, withdrawn }: Counts, { words }: Voice) {
  const rated = ratings.map(({ token, label, claims }) => ({
    look: `v-${token}`,
    word: isolatedWords(shortened(label, 80)),
    claims,
  }));
  const rest = [
    { look: "s-stale", word: words.stateStale, claims: stale },
    { look: "s-open", word: words.stillOpen, claims: open - stale },
    { look: "s-withdrawn", word: words.stateWithdrawn, claims: withdrawn },
  ];
  return [...rated, ...rest].filter(({ claims }) => claims > 0);
}

/** Every named source once, in the order of its first use, with the claims that rest on it. */
function sourcesOf(entries: readonly ClaimEntry[], voice: Voice): PdfEdition["sources"] {
  const used = new Map<string, { readonly runs: Run[]; readonly claims: Set<number> }>();
  for (const { claim } of entries) {
    for (const item of claim.evidence) {
      if (item.confidential) continue;
      const { csl, ...words } = item.source;
      const key = JSON.stringify([csl.id, words]);
      const known = used.get(key) ?? { runs: referenceOf(item.source, voice), claims: new Set() };
      known.claims.add(claim.number);
      used.set(key, known);
    }
  }
  return [...used.values()].map(({ runs, claims }) => ({
    runs,
    used: citedFor([...claims], voice),
  }));
}

function proofFacts({ signed, voice }: EditionFacts): Fact[] {
  const { edition, proof } = signed;
  const { desk, report, audit } = edition;
  const { words } = voice;
  const address = (name: string, value: string): Fact[] => (value === "" ? [] : [{ name, runs: [addressRun(value)] }]);
  const published = [String(edition.number), momentIn(edition.publishedAt, voice)];
  const by = filled(words.publishedBy, { name: isolatedWords(edition.publishedBy) });
  const key = `${joinedParts([isolatedWords(desk.name), words.key], voice)} `;
  return [
    { name: words.edition, runs: [runOf(joinedParts([...published, by], voice))] },
    { name: words.digest, runs: [dataRun(proof.digest)] },
    { name: words.signedBy, runs: [runOf(key), { words: setWords(proof.keyId), data: true }] },
    { name: words.publicKey, runs: [dataRun(proof.publicKey)] },
    { name: words.signature, runs: [runOf(`${proof.algorithm}${words.comma}`), dataRun(proof.signature)] },
    ...address(words.thisEdition, edition.address),
    ...address(words.keysAt, desk.keys),
    ...address(words.desk, desk.homepage),
    ...address(words.corrections, desk.correctionsPage),
    {
      name: words.articleText,
      runs: [
        runOf(`${filled(words.articleVersion, { number: report.article.version })}${words.comma}sha256 `),
        dataRun(report.article.textDigest),
      ],
    },
    { name: words.auditHead, runs: [runOf(`${audit.seq}${words.comma}`), dataRun(audit.hash)] },
  ];
}
