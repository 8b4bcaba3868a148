import type { Outcome } from "#lib/domain/failure.ts";
import { notFound } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import type { PlacementCounts } from "#lib/domain/version-views.ts";
import type { StageImport } from "#lib/schemas/import.ts";
import { identifier } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { newVersion } from "#lib/server/queries/new-version.ts";
import { addVersion } from "#lib/server/use-cases/add-version.ts";
import { stageImport } from "#lib/server/use-cases/stage-import.ts";

type Frozen = {
  readonly id: string;
  readonly articleId: string;
  readonly number: number;
  readonly placements: PlacementCounts;
  /** How many claims somebody has to place. */
  readonly toPlace: number;
  readonly address: string;
};

type Desk = { readonly context: Context; readonly baseUrl: string };

/** Freezes what was read as the next version of an article. */
export async function importVersion(
  { context, baseUrl }: Desk,
  { input, article }: { readonly input: Exclude<StageImport, { way: "edit" }>; readonly article: string },
): Promise<Outcome<Frozen>> {
  const named = identifier.safeParse(article);
  if (!named.success) return notFound();
  const articleId = named.data;
  const staged = await stageImport(context, { ...input, articleId });
  if (!staged.ok) return staged;
  const preview = await newVersion(context, { importId: input.id, page: 1 });
  if (!preview.ok) return preview;
  const latest = preview.value.comparison.from.number;
  const frozen = await addVersion(context, { id: input.id, articleId, latest });
  if (!frozen.ok) return frozen;
  const { changed, ambiguous, lost } = frozen.value.placements;
  const toPlace = changed + ambiguous + lost;
  return ok({ ...frozen.value, articleId, toPlace, address: `${baseUrl}/articles/${articleId}` });
}

/** What became of the claims, as a sentence for the terminal. */
export function frozenSentence({ number, placements, toPlace, address }: Frozen): string {
  const { exact, moved, changed, lost } = placements;
  const claims = `Claims: ${exact} with the same words, ${moved} moved, ${changed} changed, ${lost} gone.`;
  const asks = toPlace === 0 ? "" : ` ${toPlace} of them ${toPlace === 1 ? "needs" : "need"} placing.`;
  return `Froze version ${number}. ${claims}${asks} ${address}`;
}
