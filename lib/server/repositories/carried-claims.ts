import "server-only";
import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { alignTexts } from "#lib/domain/alignment/align-texts.ts";
import { placeSpan } from "#lib/domain/alignment/place-span.ts";
import { typographicFold } from "#lib/domain/fold.ts";
import type { PlacedSpan, PlacementKind } from "#lib/domain/placement.ts";
import type { Span } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { anchoredClaims } from "#lib/server/repositories/anchored-claims.ts";
import type { StoredVersion } from "#lib/server/repositories/articles.ts";
import type { ClaimToCarry } from "#lib/server/repositories/placed-before.ts";
import { claimsToCarry } from "#lib/server/repositories/placed-before.ts";
import { spanKey } from "#lib/server/repositories/placements.ts";
import { versionById } from "#lib/server/repositories/versions.ts";

/** A claim as the next version would have it: its words there, or, when they are lost, the words that it had. */
export type CarriedClaim = {
  readonly claim: ClaimToCarry;
  readonly kind: PlacementKind;
  readonly start: number | null;
  readonly end: number | null;
  readonly quote: string;
  readonly confidence: number;
  readonly near: number | null;
  readonly candidates: readonly (Span & { readonly confidence: number })[];
};

type Carriage = { readonly alignment: Alignment; readonly claims: readonly CarriedClaim[] };

const mostVersionsTried = 8;

/**
 * Where a text that follows the newest version has every claim of the article, withdrawn ones too, by number. The text is
 * aligned once with the newest version; claims that nobody has placed there are also looked for directly from the
 * version in which they were settled last, at most eight versions back, so that a passage that returns is found again.
 * `exact` and `moved` are the words that were settled last, under the fold. A claim from an annotation that was never
 * settled is looked for by the annotation's words, and, where they are gone, by what it was offered. Writes nothing.
 */
export async function carriedClaims(
  tx: Tx,
  { newest, next }: { newest: StoredVersion; next: ComposedText },
): Promise<Carriage> {
  const claims = await claimsToCarry(tx, newest.deskId, newest.id);
  const alignment = alignedWith(newest.text, next.text);
  const again = await placedAgain(tx, { newest, next, claims });
  const anchored = anchoredClaims(claims, next);
  const placed = claims.map((claim): CarriedClaim => {
    const found = anchored.get(claim.claimId);
    if (found !== undefined) return { claim, ...found, near: null };
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

function placedFromPresent(claim: ClaimToCarry, { newest, alignment }: Present): PlacedSpan | null {
  const { start, end } = claim;
  if (start === null || end === null) return null;
  const placed = placeSpan(alignment, { start, end });
  // From words that were only offered, whatever follows is an offer again.
  if (claim.settled?.versionId === newest.id || placed.placement === "lost") return placed;
  return { ...placed, placement: "changed" };
}

type Search = {
  readonly newest: StoredVersion;
  readonly next: ComposedText;
  readonly claims: readonly ClaimToCarry[];
};

async function placedAgain(tx: Tx, { newest, next, claims }: Search): Promise<Map<string, PlacedSpan>> {
  const unsettled = claims.flatMap(({ claimId, settled }) => {
    return settled === null || settled.versionId === newest.id ? [] : [{ claimId, settled }];
  });
  const versions = new Map(unsettled.map(({ settled }) => [settled.versionId, settled.number]));
  const newestFirst = [...versions].sort((a, b) => b[1] - a[1]).slice(0, mostVersionsTried);
  const placed = new Map<string, PlacedSpan>();
  for (const [versionId] of newestFirst) {
    const version = await versionById(tx, newest.deskId, versionId);
    if (version === null) continue;
    const alignment = alignedWith(version.text, next.text);
    for (const { claimId, settled } of unsettled) {
      if (settled.versionId === versionId) placed.set(claimId, placeSpan(alignment, settled));
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

function worded(claim: ClaimToCarry, placed: PlacedSpan | null, text: string): CarriedClaim {
  const own = claim.settled?.quote ?? claim.annotation?.exact ?? "";
  if (placed === null || placed.placement === "lost") {
    const near = placed?.near ?? claim.near;
    const gone = { kind: "lost", start: null, end: null, candidates: [] } as const;
    const quote = own === "" ? claim.quote : own;
    return {
      claim,
      ...gone,
      quote,
      near: near === null ? null : Math.min(near, text.length),
      confidence: placed?.confidence ?? 0,
    };
  }
  const { start, end, confidence } = placed;
  const quote = text.slice(start, end);
  const isSame = typographicFold(quote) === typographicFold(own);
  const kind = isSame ? placed.placement : "changed";
  return { claim, kind, start, end, quote, confidence, near: null, candidates: [] };
}

/** Two live claims never settle on one span: who stood in the newest version comes first, then who was marked first. */
function withoutSharedSpans(placed: readonly CarriedClaim[], newestId: string): CarriedClaim[] {
  const settles = ({ claim, kind }: CarriedClaim) =>
    claim.state !== "withdrawn" && (kind === "exact" || kind === "moved");
  const standsNow = ({ claim }: CarriedClaim) => claim.settled?.versionId === newestId;
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
