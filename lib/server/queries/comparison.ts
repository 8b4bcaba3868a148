import "server-only";
import type { Alignment } from "#lib/domain/alignment/align-texts.ts";
import { compareBlocks } from "#lib/domain/alignment/compare-blocks.ts";
import { blindState } from "#lib/domain/blind.ts";
import type { Block } from "#lib/domain/block.ts";
import type { ComparisonRow } from "#lib/domain/comparison.ts";
import type { Span } from "#lib/domain/span.ts";
import { blocksOf } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import type { ComparedClaim, ComparedRow, ComparisonView, PlacementCounts } from "#lib/domain/version-views.ts";

/** A claim and where it is shown: in the newer text, or, where it is lost or the text only staged, in the older one. */
export type ShownClaim = {
  readonly claim: ComparedClaim;
  readonly side: "old" | "fresh";
  readonly span: Span | null;
};

/** The same, where the reader owes a second verdict on the claim: neither its state nor that anything would lapse. */
export function unjudgedIn(blind: ReadonlySet<string>, shown: ShownClaim): ShownClaim {
  const { claim } = shown;
  return blind.has(claim.id) ? { ...shown, claim: { ...claim, state: blindState(claim.state), lapses: false } } : shown;
}

type Compared = {
  readonly alignment: Alignment;
  readonly older: ComposedText;
  readonly newer: ComposedText;
  readonly claims: readonly ShownClaim[];
  /** From 1. */
  readonly page: number;
};

type Page = Pick<ComparisonView, "blocks" | "claims" | "rows" | "next">;

const rowsPerPage = 200;

/** One page of two aligned texts beside each other, block by block; what is equal on both sides is folded. */
export function comparedRows({ alignment, older, newer, claims, page }: Compared): Page {
  const { rows, counts } = compareBlocks(alignment, { older: older.blocks, newer: newer.blocks });
  const touched = { old: claimsByBlock(claims, "old", older), fresh: claimsByBlock(claims, "fresh", newer) };
  const shown = foldedRows(rows.map((row) => ({ row, claims: claimsOf(row, touched) })));
  const from = (page - 1) * rowsPerPage;
  return {
    blocks: counts,
    claims: countKinds(claims),
    rows: shown
      .slice(from, from + rowsPerPage)
      .map((entry) => ("row" in entry ? rowView(entry, { older, newer }) : entry)),
    next: shown.length > from + rowsPerPage ? page + 1 : null,
  };
}

type Touched = ReadonlyMap<number, readonly ComparedClaim[]>;

function claimsByBlock(claims: readonly ShownClaim[], side: ShownClaim["side"], { blocks }: ComposedText): Touched {
  const touched = new Map<number, ComparedClaim[]>();
  for (const { claim, span, ...shown } of claims) {
    if (shown.side !== side || span === null) continue;
    for (const { index } of blocksOf(blocks, span)) touched.set(index, [...(touched.get(index) ?? []), claim]);
  }
  return touched;
}

/** A block that moved has two rows: the claims of the older text belong to where it stood. */
function claimsOf({ kind, old, fresh }: ComparisonRow, touched: Record<"old" | "fresh", Touched>): ComparedClaim[] {
  const before = old === null || kind === "moved-here" ? [] : (touched.old.get(old) ?? []);
  const after = fresh === null || kind === "moved-away" ? [] : (touched.fresh.get(fresh) ?? []);
  const all = [...before, ...after];
  return kind === "same" ? all.filter((claim) => claim.needsPlacing) : all;
}

type Entry = { readonly row: ComparisonRow; readonly claims: readonly ComparedClaim[] };
type Skipped = { readonly kind: "skipped"; readonly blocks: number };

/** Keeps the rows that differ or hold a claim that somebody has to place, and one equal row before and after each. */
function foldedRows(entries: readonly Entry[]): (Entry | Skipped)[] {
  const matters = (entry: Entry | undefined) =>
    entry !== undefined && (entry.row.kind !== "same" || entry.claims.length > 0);
  const shown: (Entry | Skipped)[] = [];
  let skipped = 0;
  for (const [index, entry] of entries.entries()) {
    if (!matters(entry) && !matters(entries[index - 1]) && !matters(entries[index + 1])) {
      skipped += 1;
      continue;
    }
    if (skipped > 0) shown.push({ kind: "skipped", blocks: skipped });
    skipped = 0;
    shown.push(entry);
  }
  return skipped > 0 ? [...shown, { kind: "skipped", blocks: skipped }] : shown;
}

type Texts = { readonly older: ComposedText; readonly newer: ComposedText };

function rowView({ row, claims }: Entry, { older, newer }: Texts): ComparedRow {
  const { kind, old, fresh, pieces } = row;
  const side = fresh === null || kind === "moved-away" ? { version: older, at: old } : { version: newer, at: fresh };
  const block: Block | undefined = side.version.blocks[side.at ?? -1];
  if (block === undefined) throw new Error("A row of a comparison names no block.");
  return {
    kind,
    old: old === null ? null : old + 1,
    fresh: fresh === null ? null : fresh + 1,
    type: block.type,
    level: block.level,
    dir: block.dir,
    text: side.version.text.slice(block.start, block.end),
    pieces,
    claims,
  };
}

function countKinds(claims: readonly ShownClaim[]): PlacementCounts {
  const count = (kind: ComparedClaim["placement"]) => claims.filter(({ claim }) => claim.placement === kind).length;
  return {
    exact: count("exact"),
    moved: count("moved"),
    changed: count("changed"),
    ambiguous: count("ambiguous"),
    lost: count("lost"),
  };
}
