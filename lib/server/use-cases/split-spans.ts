import "server-only";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { ok } from "#lib/domain/result.ts";
import { checkSpan, type Span } from "#lib/domain/span.ts";
import type { SplitClaim } from "#lib/schemas/relation.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import { claimOnSpan, type StoredPlacement } from "#lib/server/repositories/placements.ts";

type At = { readonly version: StoredVersion; readonly placement: StoredPlacement };
/** `rest` is null when the old claim keeps its words. */
type Spans = { readonly words: Span; readonly rest: Span | null };

/** Checks the words of a new claim and those that stay with the old one; what stays lies within what the old one had. */
export async function splitSpans(tx: Tx, { version, placement }: At, input: SplitClaim): Promise<Outcome<Spans>> {
  const { deskId, id: versionId, text, blocks } = version;
  const words = checkSpan(text, blocks, input);
  if (!words.ok) return refused(words.error);
  const { oldStart, oldEnd } = input;
  const asked = oldStart === null || oldEnd === null ? null : { start: oldStart, end: oldEnd };
  const checked = asked === null ? null : checkSpan(text, blocks, asked);
  if (checked?.ok === false) return refused(checked.error);
  const kept = checked?.value ?? null;
  const isKept = kept?.start === placement.start && kept?.end === placement.end;
  const rest = isKept ? null : kept;
  if (rest !== null) {
    const isWithin = placement.start !== null && placement.end !== null && placement.start <= rest.start;
    if (!isWithin || (placement.end ?? 0) < rest.end) return refused("span-outside");
    if (isSame(rest, words.value)) return refused("span-taken");
    if (await standsOther(tx, { ...rest, versionId, deskId }, placement.claimId)) return refused("span-taken");
  }
  const there = await claimOnSpan(tx, deskId, { versionId, ...words.value });
  const isLeft = rest !== null && there?.claimId === placement.claimId;
  if (there !== null && !isLeft) return refused("span-taken");
  return ok({ words: words.value, rest });
}

function isSame(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end;
}

type Place = Span & { readonly deskId: string; readonly versionId: string };

async function standsOther(tx: Tx, { deskId, ...span }: Place, claimId: string): Promise<boolean> {
  const there = await claimOnSpan(tx, deskId, span);
  return there !== null && there.claimId !== claimId;
}
