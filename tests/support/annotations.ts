import { uuidv7 } from "uuidv7";
import type { ArticleView } from "#lib/domain/views.ts";
import type { Context } from "#lib/server/context.ts";
import type { Db } from "#lib/server/db/client.ts";
import { placingPage } from "#lib/server/queries/placing-page.ts";
import { importAnnotations } from "#lib/server/use-cases/import-annotations.ts";
import { stageAnnotations } from "#lib/server/use-cases/stage-annotations.ts";
import { good, makeArticle, makeDesk, type TestDesk } from "#tests/support/desk.ts";
import { ferry } from "#tests/support/drafts.ts";

type Said = { readonly prefix?: string; readonly suffix?: string; readonly comment?: string; readonly tag?: string };

/** A W3C Web Annotation of a passage by its words, with what somebody said about it. */
export function annotation(exact: string, { prefix = "", suffix = "", comment, tag }: Said = {}) {
  const body = [
    ...(tag === undefined ? [] : [{ type: "TextualBody", purpose: "tagging", value: tag }]),
    ...(comment === undefined ? [] : [{ type: "TextualBody", purpose: "commenting", value: comment }]),
  ];
  const selector = { type: "TextQuoteSelector", exact, prefix, suffix };
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: `https://marks.example/${encodeURIComponent(exact.slice(0, 20))}`,
    type: "Annotation",
    body,
    target: { source: "https://paper.example/ferry", selector },
  };
}

export function fileOf(annotations: unknown): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(annotations));
}

/** A file of annotations that was read for an article; the id of the upload. */
export async function stageMarks(context: Context, articleId: string, annotations: unknown): Promise<string> {
  const input = { id: uuidv7(), articleId, bytes: fileOf(annotations), fileName: "marks.jsonld" };
  return good(await stageAnnotations(context, input)).id;
}

export const twice = "Tickets cost nine crowns";
export const text = `${ferry}\n\n${twice}, children pay less.\n\nDogs travel free of charge.\n\n${twice}, as before.`;
export const loss = "lost 1.9 million crowns";
export const sunk = "The submarine sank off Valparaíso in heavy fog";

/** Annotations of `text`: one whose words stand there, one whose words changed, one that fits twice, and one of none of it. */
export const exact = annotation(loss, {
  prefix: "The service ",
  suffix: " last year",
  tag: "money",
  comment: "Where does it say so?",
});
const changed = annotation("they carried 230 passengers across the sound", {
  prefix: "On the first morning ",
  suffix: ", more than the old steamer",
});
export const ambiguous = annotation(twice);
export const lost = annotation(sunk, { comment: "Check the log." });
export const all = [exact, changed, ambiguous, lost];

export const placesOf = (article: ArticleView) => ({ articleId: article.id, versionId: article.version.id });

/** A desk whose checker has imported `text`, a new one unless there is one. */
export async function deskWithText(db: Db, known?: TestDesk) {
  const desk = known ?? (await makeDesk(db));
  const checker = desk.as("checker");
  return { desk, checker, article: await makeArticle(checker, text) };
}

/** The same after the checker brought a file in, and what needs placing then, by number. */
export async function deskWithMarks(db: Db, annotations: readonly unknown[] = all) {
  const made = await deskWithText(db);
  const { desk, checker, article } = made;
  const id = await stageMarks(checker, article.id, annotations);
  const result = good(await importAnnotations(checker, { id, ...placesOf(article) }));
  return { ...made, id, result, ...(await placing(desk, article)) };
}

export async function placing(desk: TestDesk, article: { id: string }) {
  const page = good(await placingPage(desk.as("checker"), { articleId: article.id, after: null }));
  return { page, row: (number: number) => page.rows.find((row) => row.number === number) };
}
