import "server-only";
import type { Shown } from "#components/version/comparison.tsx";
import { wholeNumber } from "#lib/schemas/text.ts";
import type { Context } from "#lib/server/context.ts";
import { shown } from "#lib/server/page-outcome.ts";
import { articlePage } from "#lib/server/queries/article-page.ts";

type Asked = string | string[] | undefined;

/** A whole number from 1 that an address asks for; null where it asks for none, or for nonsense. */
export function numberIn(asked: Asked): number | null {
  const number = wholeNumber(1, 1_000_000).safeParse(asked);
  return number.success ? number.data : null;
}

/**
 * What an address asks for of a comparison. `side` is where the newest text stands in it, which what is unchanged is
 * taken from when a stretch is to be open; null where it stands on neither side.
 */
export async function askedFor(
  context: Context,
  asked: { readonly page?: Asked; readonly open?: Asked },
  { articleId, side }: { articleId: string; side: "old" | "fresh" | null },
): Promise<Shown> {
  const page = numberIn(asked.page) ?? 1;
  const open = numberIn(asked.open);
  if (open === null || side === null) return { page, open: null, whole: null, opens: side !== null };
  const { text, blocks } = shown(await articlePage(context, articleId));
  return { page, open, whole: { side, text, blocks }, opens: true };
}
