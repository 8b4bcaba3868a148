import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { invalid, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { annotationsProblemSentence, readAnnotationsFile } from "#lib/formats/annotations/read-annotations.ts";
import { permit } from "#lib/policy/permit.ts";
import type { StageAnnotations } from "#lib/schemas/annotations.ts";
import type { Context } from "#lib/server/context.ts";
import { articleById } from "#lib/server/repositories/articles.ts";
import { keepAnnotations, stagedAnnotations } from "#lib/server/repositories/staged-annotations.ts";

/** Each passage is looked for in the text and becomes a row of two tables: this many take a few seconds at worst. */
const mostPassages = 2000;

/** What is staged is kept in a row of a table and read anew at each look. */
const mostBytes = 10 * 1024 * 1024;

/**
 * Reads a file of W3C Web Annotations and keeps it for whoever uploaded it to look at. Nothing of the desk's changes
 * until it is brought in. A file that cannot be read, or marks more than 2,000 passages, is a sentence at its field.
 */
export async function stageAnnotations(
  { actor, db, now }: Context,
  { id, articleId, bytes, fileName }: StageAnnotations,
): Promise<Outcome<{ id: string }>> {
  const { deskId, memberId } = actor;
  const article = permit(actor, "claim.mark", await articleById(db, deskId, articleId));
  if (!article.ok) return article;
  const sent = await stagedAnnotations(db, { deskId, memberId, id });
  // Brought in already: the answer to the first request was lost. An upload never wanders to another article.
  if (sent !== null && sent.articleId !== articleId) return notFound();
  if (sent !== null && sent.broughtIn !== null) return ok({ id });
  if (bytes.byteLength === 0) return invalid({ file: "Choose a file that is not empty." });
  if (bytes.byteLength > mostBytes)
    return invalid({ file: "This file of annotations is larger than 10 MB. Split it." });
  const read = readAnnotationsFile(bytes);
  if (!read.ok) return invalid({ file: annotationsProblemSentence(read.error) });
  if (read.value.length === 0) return invalid({ file: annotationsProblemSentence("not-annotations") });
  if (read.value.length > mostPassages) return invalid({ file: tooMany(read.value.length) });
  const source = new TextDecoder("utf-8").decode(bytes);
  await keepAnnotations(db, { deskId, memberId, id }, { articleId, fileName, source, broughtIn: null }, now);
  return ok({ id });
}

function tooMany(count: number): string {
  return `This file marks ${count.toLocaleString("en")} passages. Bring in at most 2,000 at once: split the file.`;
}
