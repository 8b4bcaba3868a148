import "server-only";
import { reviseBlocks } from "#lib/domain/alignment/revise-blocks.ts";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, invalid, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { composeText } from "#lib/domain/text.ts";
import { decodeBytes } from "#lib/formats/import/decode-bytes.ts";
import { finishDocument } from "#lib/formats/import/finish-document.ts";
import { importProblemSentence } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { noMetadata } from "#lib/formats/import/imported-document.ts";
import { readDocument, readPasted } from "#lib/formats/import/read-document.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { StageImport } from "#lib/schemas/import.ts";
import type { Context } from "#lib/server/context.ts";
import { fetchProblemSentence } from "#lib/server/outside/fetch-problem.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { stageDocument } from "#lib/server/repositories/staged-imports.ts";
import { revisedDocument } from "#lib/server/use-cases/revised-document.ts";

/**
 * Reads what somebody pasted, uploaded, named by its address or edited, and keeps it for them to look at, as an article
 * of its own or as the next version of one. Nothing of the desk's changes until it is frozen. A document that cannot
 * be read is a sentence at the field it came from.
 */
export async function stageImport(context: Context, input: StageImport): Promise<Outcome<{ id: string }>> {
  const { actor, db, now } = context;
  const articleId = input.articleId ?? null;
  if (articleId !== null) {
    const article = permit(actor, "article.version", await articleById(db, actor.deskId, articleId));
    if (!article.ok) return article;
  } else if (!can(actor, "article.import", actor)) return forbidden();
  const read = await readInput(context, input);
  if (!read.ok) return read;
  const { text, blocks } = composeText(read.value.blocks);
  const key = { deskId: actor.deskId, memberId: actor.memberId, id: input.id };
  const { format, metadata, leftOut, warnings } = read.value;
  const document = {
    format,
    metadata,
    leftOut: [...leftOut],
    warnings: [...warnings],
    importedFrom: wayIn(input),
    text,
    blocks,
    articleId,
    began: input.way === "edit" ? (input.began ?? null) : null,
  };
  await stageDocument(db, key, document, now);
  return ok({ id: input.id });
}

async function readInput(context: Context, input: StageImport): Promise<Outcome<ImportedDocument>> {
  switch (input.way) {
    case "paste": {
      const read = readPasted({ text: input.text, html: input.html });
      if (!read.ok) return invalid({ text: importProblemSentence(read.error) });
      return await asRevision(context, input, { raw: input.text, read: read.value, field: "text" });
    }
    case "file": {
      const { bytes, fileName, contentType } = input;
      const read = readDocument({ bytes, fileName, contentType });
      if (!read.ok) return invalid({ file: importProblemSentence(read.error) });
      return await asRevision(context, input, { raw: plainText(input), read: read.value, field: "file" });
    }
    case "address": {
      const page = await guardedFetch(input.address, context.fetchPolicy);
      if (!page.ok) return invalid({ address: fetchProblemSentence(page.error) });
      const { bytes, contentType, finalAddress } = page.value;
      const read = readDocument({ bytes, contentType, address: finalAddress });
      if (!read.ok) return invalid({ address: importProblemSentence(read.error) });
      const raw = plainText({ bytes, contentType });
      return await asRevision(context, input, { raw, read: read.value, field: "address" });
    }
    case "edit":
      return await readEdited(context, input);
  }
}

type Read = { readonly raw: string; readonly read: ImportedDocument; readonly field: "text" | "file" | "address" };

/** Plain text says nothing of its form: the next version of an article keeps the form that its words have. */
async function asRevision(
  { actor, db }: Context,
  { articleId }: StageImport,
  { raw, read, field }: Read,
): Promise<Outcome<ImportedDocument>> {
  if (articleId === undefined || read.format !== "text") return ok(read);
  const newest = await latestVersion(db, actor.deskId, articleId);
  if (newest === null) return notFound();
  const revised = revisedDocument(newest, raw, read);
  return revised.ok ? revised : invalid({ [field]: importProblemSentence(revised.error) });
}

/** The characters of a file that was read before as plain text. */
function plainText({ bytes, contentType }: { readonly bytes: Uint8Array; readonly contentType: string }): string {
  const decoded = decodeBytes(bytes, { markup: false, contentType });
  return decoded.ok ? decoded.value.text : "";
}

/** The edited text as blocks, which keep the types and marks that they have in the newest version. */
async function readEdited(
  { actor, db }: Context,
  { articleId, text }: Extract<StageImport, { way: "edit" }>,
): Promise<Outcome<ImportedDocument>> {
  const newest = await latestVersion(db, actor.deskId, articleId);
  if (newest === null) return notFound();
  // The text is held against the newest version: too much of it, or none, is refused before that.
  const plain = readPasted({ text });
  if (!plain.ok) return invalid({ text: importProblemSentence(plain.error) });
  const blocks = reviseBlocks(newest, text);
  const read = finishDocument({ blocks, metadata: noMetadata, format: "text", leftOut: [], warnings: [] });
  return read.ok ? read : invalid({ text: importProblemSentence(read.error) });
}

function wayIn(input: StageImport): string {
  switch (input.way) {
    case "paste":
      return "pasted";
    case "file":
      return `file ${input.fileName}`;
    case "address":
      return input.address;
    case "edit":
      return "edited";
  }
}
