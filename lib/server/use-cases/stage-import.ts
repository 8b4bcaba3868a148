import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { forbidden, invalid, notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { importProblemSentence } from "#lib/formats/import/import-problem.ts";
import type { ImportedDocument } from "#lib/formats/import/imported-document.ts";
import { can } from "#lib/policy/can.ts";
import { permit } from "#lib/policy/permit.ts";
import type { StageImport } from "#lib/schemas/import.ts";
import type { Context } from "#lib/server/context.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { articleById, latestVersion } from "#lib/server/repositories/articles.ts";
import { stageDocument } from "#lib/server/repositories/staged-imports.ts";
import { keepBytes } from "#lib/server/use-cases/keep-bytes.ts";
import { type Brought, obtainOriginal } from "#lib/server/use-cases/obtain-original.ts";
import { readEdited, readOriginal } from "#lib/server/use-cases/read-original.ts";
import { stagedParts } from "#lib/server/use-cases/staged-parts.ts";

/** What was read, and the bytes that it was read from; null when it was written here. */
type Staging = { readonly read: ImportedDocument; readonly brought: Brought | null };

/**
 * Reads what somebody pasted, uploaded, sent, named by its address or edited, and keeps it for them to look at, as an
 * article of its own or as the next version of one; the bytes go to the blob store as they came. Nothing of the desk's
 * changes until it is frozen. A document that cannot be read is a sentence at the field it came from, and nothing of it
 * is kept.
 */
export async function stageImport(context: Context, input: StageImport): Promise<Outcome<{ id: string }>> {
  const { actor, blobs, db, now } = context;
  const articleId = input.articleId ?? null;
  if (articleId !== null) {
    const article = permit(actor, "article.version", await articleById(db, actor.deskId, articleId));
    if (!article.ok) return article;
  } else if (!can(actor, "article.import", actor)) return forbidden();
  const newest = articleId === null ? null : await latestVersion(db, actor.deskId, articleId);
  if (articleId !== null && newest === null) return notFound();
  const staging = await readInput(context, input, { newest });
  if (!staging.ok) return staging;
  const { read, brought } = staging.value;
  const kept = brought === null ? null : await keepBytes(blobs, brought.bytes);
  if (kept?.ok === false) return kept;
  const original = brought === null || kept === null ? null : { ...detailsOf(brought), sha256: kept.value };
  const document = {
    ...stagedParts(read),
    importedFrom: wayIn(input),
    original: original === null ? null : { ...original, obtainedAt: now.toISOString() },
    // Readers accept tracked changes unless told otherwise.
    changes: read.hasTrackedChanges === true ? ("accept" as const) : null,
    articleId,
    began: input.way === "edit" ? (input.began ?? null) : null,
  };
  const key = { deskId: actor.deskId, memberId: actor.memberId, id: input.id };
  await stageDocument(db, key, document, now);
  return ok({ id: input.id });
}

const fieldOf = { paste: "text", file: "file", address: "address", page: "html", edit: "text" } as const;

async function readInput(
  context: Context,
  input: StageImport,
  { newest }: { readonly newest: StoredVersion | null },
): Promise<Outcome<Staging>> {
  if (input.way === "edit") {
    if (newest === null) return notFound();
    const edited = await readEdited(newest, input.text);
    return edited.ok ? ok({ read: edited.value, brought: null }) : unread(input, edited.error);
  }
  const brought = await obtainOriginal(context, input);
  if (!brought.ok) return brought;
  const read = await readOriginal(brought.value, { newest });
  if (!read.ok) return unread(input, read.error);
  // Pasted HTML without words of its own is read as the plain text beside it, and that is the original then.
  const { plain } = brought.value;
  const isPlain = plain !== undefined && read.value.format === "text";
  const own = isPlain ? { bytes: new TextEncoder().encode(plain), mediaType: "text/plain" } : {};
  return ok({ read: read.value, brought: { ...brought.value, ...own } });
}

function unread(input: StageImport, problem: Parameters<typeof importProblemSentence>[0]) {
  return invalid({ [fieldOf[input.way]]: importProblemSentence(problem) });
}

function detailsOf({ bytes, mediaType, fileName, address, obtainedBy }: Brought) {
  return { mediaType, fileName, address, obtainedBy, byteLength: bytes.byteLength };
}

function wayIn(input: StageImport): string {
  switch (input.way) {
    case "paste":
      return "pasted";
    case "file":
      return `file ${input.fileName}`;
    case "address":
    case "page":
      return input.address;
    case "edit":
      return "edited";
  }
}
