import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import type { SeenBefore } from "#lib/domain/import-views.ts";
import { ok } from "#lib/domain/result.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { importPreview } from "#lib/server/queries/import-preview.ts";

type StagedSummary = {
  readonly id: string;
  readonly words: number;
  /** Why somebody should look before it is frozen, as sentences. */
  readonly warnings: readonly string[];
  readonly seenBefore: SeenBefore | null;
  /** As `POST /api/v1/articles` takes them; "" for what was not found. */
  readonly details: Readonly<Record<"title" | "byline" | "publisher" | "publishedOn" | "address" | "language", string>>;
};

/** What an import of one's own found, without its text. */
export async function stagedSummary(context: Context, name: string): Promise<Outcome<StagedSummary>> {
  const id = identifier.safeParse(name);
  if (!id.success) return notFound();
  const staged = await importPreview(context, id.data);
  if (!staged.ok) return staged;
  const { metadata, counts, warnings, seenBefore } = staged.value;
  const { title, byline, publisher, publishedOn, address, language } = metadata;
  return ok({
    id: id.data,
    words: counts.words,
    warnings: seenBefore === null ? warnings : [seenSentence(seenBefore), ...warnings],
    seenBefore,
    details: {
      title: title?.value ?? "",
      byline: byline?.value ?? "",
      publisher: publisher?.value ?? "",
      publishedOn: publishedOn?.value ?? "",
      address: address?.value ?? "",
      language: language?.value ?? "",
    },
  });
}

function seenSentence({ title, because }: SeenBefore): string {
  const same = because === "address" ? "the same address" : "nearly the same text";
  return `The desk has an article with ${same}: “${title}”.`;
}
