import "server-only";
import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { PlacedSpan } from "#lib/domain/placement.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import type { Tx } from "#lib/server/db/client.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import type { SettledClaim } from "#lib/server/repositories/placed-before.ts";
import { settledClaims } from "#lib/server/repositories/placed-before.ts";
import { spanKey } from "#lib/server/repositories/placements.ts";
import { versionById } from "#lib/server/repositories/versions.ts";

/** A claim as the next version would have it: its words there, or, when they are lost, the words that it had. */
export type CarriedClaim = {
  readonly claim: SettledClaim;
  readonly kind: PlacedSpan["placement"];
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly confidence: number;
  readonly near: number | null;
};

type Carriage = { readonly alignment: Alignment; readonly claims: readonly CarriedClaim[] };

const mostVersionsTried = 8;

/**
 * Where a text that follows the newest version has every claim of the article, withdrawn ones too, by number. The text is
 * aligned once with the newest version; claims that nobody has placed there are also looked for directly from the
 * version in which they were settled last, at most eight versions back, so that a passage that returns is found again.
 * `exact` and `moved` are the words that were settled last, under the fold. Writes nothing.
 */
export async function carriedClaims(
  tx: Tx,
  { newest, next }: { newest: StoredVersion; next: ComposedText },
): Promise<Carriage> {
  const claims = await settledClaims(tx, newest.deskId, newest.id);
  const alignment = alignedWith(newest.text, next.text);
  const again = await placedAgain(tx, { newest, next, claims });
  const placed = claims.map((claim) => {
    const present = placedFromPresent(claim, { newest, alignment });
    return worded(claim, better(present, again.get(claim.claimId) ?? null), next.text);
  });
  return { alignment, claims: withoutSharedSpans(placed, newest.id) };
}

/** No text that can be imported is as long as what an alignment refuses. */
export function alignedWith(older: string, newer: string): Alignment {
  const alignment = alignTexts(older, newer);
  if (!alignment.ok) throw new Error("A version is longer than any import may be.");
  return alignment.value;
}

type Present = { readonly newest: StoredVersion; readonly alignment: Alignment };

function placedFromPresent(claim: SettledClaim, { newest, alignment }: Present): PlacedSpan | null {
  const { start, end } = claim;
  if (start === null || end === null) return null;
  const placed = placeSpan(alignment, { start, end });
  // From words that were only offered, whatever follows is an offer again.
  if (claim.settledIn === newest.id || placed.placement === "lost") return placed;
  return { ...placed, placement: "changed" };
}

type Search = {
  readonly newest: StoredVersion;
  readonly next: ComposedText;
  readonly claims: readonly SettledClaim[];
};

async function placedAgain(tx: Tx, { newest, next, claims }: Search): Promise<Map<string, PlacedSpan>> {
  const unsettled = claims.filter((claim) => claim.settledIn !== newest.id);
  const versions = new Map(unsettled.map((claim) => [claim.settledIn, claim.settledNumber]));
  const newestFirst = [...versions].sort((a, b) => b[1] - a[1]).slice(0, mostVersionsTried);
  const placed = new Map<string, PlacedSpan>();
  for (const [versionId] of newestFirst) {
    const version = await versionById(tx, newest.deskId, versionId);
    if (version === null) continue;
    const alignment = alignedWith(version.text, next.text);
    for (const claim of unsettled) {
      if (claim.settledIn !== versionId) continue;
      placed.set(claim.claimId, placeSpan(alignment, { start: claim.settledStart, end: claim.settledEnd }));
    }
  }
  return placed;
}

/** The very words come before an offer, an offer before nothing, the surer offer before the other. */
function better(present: PlacedSpan | null, again: PlacedSpan | null): PlacedSpan | null {
  if (present === null || again === null) return present ?? again;
  const rank = { exact: 2, moved: 2, changed: 1, lost: 0 };
  if (rank[present.placement] !== rank[again.placement]) {
    return rank[present.placement] > rank[again.placement] ? present : again;
  }
  return again.confidence > present.confidence ? again : present;
}

function worded(claim: SettledClaim, placed: PlacedSpan | null, text: string): CarriedClaim {
  if (placed === null || placed.placement === "lost") {
    const near = Math.min(placed?.near ?? claim.near ?? 0, text.length);
    const gone = { kind: "lost", start: null, end: null, near } as const;
    return { claim, ...gone, quote: claim.settledQuote, confidence: placed?.confidence ?? 0 };
  }
  const { start, end, confidence } = placed;
  const quote = text.slice(start, end);
  const isSame = typographicFold(quote) === typographicFold(claim.settledQuote);
  const kind = isSame ? placed.placement : "changed";
  return { claim, kind, start, end, quote, confidence, near: null };
}

/** Two live claims never settle on one span: who stood in the newest version comes first, then who was marked first. */
function withoutSharedSpans(placed: readonly CarriedClaim[], newestId: string): CarriedClaim[] {
  const settles = ({ claim, kind }: CarriedClaim) =>
    claim.state !== "withdrawn" && (kind === "exact" || kind === "moved");
  const standsNow = ({ claim }: CarriedClaim) => claim.settledIn === newestId;
  const settling = placed.filter(settles);
  const holders = new Map<string, CarriedClaim>();
  for (const carried of [...settling.filter(standsNow), ...settling.filter((other) => !standsNow(other))]) {
    if (!holders.has(spanKey(carried))) holders.set(spanKey(carried), carried);
  }
  return placed.map((carried) => {
    const shares = settles(carried) && holders.get(spanKey(carried)) !== carried;
    return shares ? { ...carried, kind: "changed" } : carried;
  });
}
