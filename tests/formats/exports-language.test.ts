import { describe, expect, test } from "vitest";
import type { SignedEdition } from "#lib/domain/edition.ts";
import { composeText } from "#lib/domain/text.ts";
import { editionToBibtex } from "#lib/formats/citations/edition-bibtex.ts";
import { editionToRis } from "#lib/formats/citations/edition-ris.ts";
import { editionToHtml } from "#lib/formats/edition/edition-html.ts";
import { editionsToAtom } from "#lib/formats/edition/editions-atom.ts";
import { claimReviews } from "#lib/formats/linked-data/claim-review.ts";
import { claimReviewFeed } from "#lib/formats/linked-data/claim-review-feed.ts";
import { editionToAnnotations } from "#lib/formats/linked-data/edition-annotations.ts";
import { filled, voiceOf } from "#lib/formats/report/voice.ts";
import { editionLines, editionTitle } from "#lib/formats/tables/edition-lines.ts";
import { correctedEdition } from "#tests/formats/edition-fixture.ts";
import { reportWith, someClaim, someEvidence, someVerdict } from "#tests/formats/report-fixture.ts";

const capture = {
  digest: "ab".repeat(32),
  address: "",
  mediaType: "",
  obtainedBy: "",
  obtainedAt: "2026-05-05T10:00Z",
};
const kept = { ...someEvidence, capture };
const falling = { token: "true", value: 0, range: { lowest: 0, highest: 4 } } as const;
const claims = [
  someClaim(1, { evidence: [kept], verdict: someVerdict(falling) }),
  someClaim(2, { evidence: [kept, { ...someEvidence, confidential: true, describedAs: "§" }] }),
];
const report = reportWith({ ...composeText([]), title: "§", language: "ru" }, claims);
const corrected = (language: string) => correctedEdition(report, { language });
const withdrawn = (language: string) =>
  correctedEdition(
    { ...report, status: "withdrawn", claims: claims.map((claim) => ({ ...claim, withdrawnReason: "§" })) },
    { language, change: { kind: "withdrawal", what: "§", why: "§" } },
  );

const languages = [
  ["de", "Faktencheck zu „§“, Ausgabe 2", "Zu den Behauptungen 1, 2.", "Zurückgezogen: "],
  ["fr", "Vérification de «\u00A0§\u00A0», édition 2", "Pour les affirmations 1, 2.", "Retirée: "],
  ["es", "Verificación de «§», edición 2", "Para las afirmaciones 1, 2.", "Retirada: "],
  ["ar", "تحقق من «§»، الطبعة 2", "للادعاءات", "مسحوب: "],
] as const;

/** Words that the program says, in English; the fixture has none of them. */
const english = /\b(?:Fact check|edition \d|Edition \d|Claims? \d|Read on|Copy kept|Withdrawn|Corrected|On the desk)/u;
/** Without the braces that keep capitals in BibTeX, and with plain spaces. */
const plain = (words: string) => words.replace(/[{}]/gu, "").replaceAll("\u00A0", " ");
const withoutTerms = (json: string) => json.replaceAll('"Withdrawn"', "");

describe.each(languages)("In %s", (language, title, serves, taken) => {
  const written: readonly (readonly [string, (signed: SignedEdition) => string])[] = [
    ["BibTeX", editionToBibtex],
    ["RIS", editionToRis],
  ];

  test.each(written)("%s names the edition, its claims, days and copies in that language", (_, write) => {
    const list = plain(write(corrected(language)));
    expect(list).toContain(plain(title));
    expect(list).toContain(serves);
    expect(list).not.toMatch(english);
    const gone = plain(write(withdrawn(language)));
    expect(gone).toContain(plain(`${taken}${title}`));
    expect(gone).not.toMatch(english);
  });

  test("ClaimReviews and annotations do too; the terms of schema.org stay", () => {
    for (const signed of [corrected(language), withdrawn(language)]) {
      expect(editionTitle(signed.edition)).toBe(title);
      const reviews = JSON.stringify(claimReviews(signed));
      const annotations = editionToAnnotations(signed);
      for (const text of [reviews, annotations]) {
        expect(text).toContain(title);
        expect(withoutTerms(text)).not.toMatch(english);
      }
    }
    expect(JSON.stringify(claimReviews(corrected(language)))).toMatch(/"ratingValue":5\b/u);
  });

  test("the workbook names what is taken back, and what changed", () => {
    const { words } = voiceOf(language);
    const namesOf = (signed: SignedEdition) => editionLines(signed).map(({ name }) => name);
    expect(namesOf(withdrawn(language))[0]).toBe(words.whatIsTakenBack);
    expect(namesOf(corrected(language))[0]).toBe(words.whatChanged);
  });

  test("a feed of editions and one of ClaimReviews are named in the language of the newest", () => {
    const signed = corrected(language);
    const address = "https://desk.example/feed";
    const name = filled(voiceOf(language).words.checksOf, { name: signed.edition.desk.name });
    const atom = editionsToAtom([signed.edition], { address, next: null, pageOf: () => address });
    expect(atom).toContain(`<title xml:lang="${language}">${name}</title>`);
    expect(claimReviewFeed([signed], address)).toContain(`"name": ${JSON.stringify(name)}`);
    expect(atom + claimReviewFeed([signed], address)).not.toMatch(english);
  });
});

test("a line of ours that begins with a name of another script keeps our direction", async () => {
  const spoken = [someClaim(1, { claimant: "Odile Farrant", saidIn: "The Review", saidOn: "2026-06-12" })];
  const said = { ...report, claims: spoken };
  const arabic = await editionToHtml(correctedEdition(said, { language: "ar" }));
  expect(arabic).toContain('<p class="said" dir="rtl">Odile Farrant');
  expect(arabic).toMatch(/<bdi dir="rtl">نشره [^<]*\u200F، 24 يونيو 2026/u);
  expect(await editionToHtml(correctedEdition(said, { language: "en" }))).toContain('<p class="said" dir="ltr">Odile');
});
