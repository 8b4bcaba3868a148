import "server-only";
import { z } from "zod";
import type { Basis } from "#lib/domain/basis.ts";
import { basisOf } from "#lib/domain/basis.ts";
import type { ClaimFields } from "#lib/domain/claim.ts";
import { evidenceKinds, stances } from "#lib/domain/evidence.ts";
import { blocksOf } from "#lib/domain/span.ts";
import type { ComposedText } from "#lib/domain/text.ts";
import { canonicalJson, sha256Hex } from "#lib/formats/canonical-json.ts";
import type { EvidenceFields } from "#lib/server/repositories/evidence.ts";

type BasisFields = Pick<
  EvidenceFields,
  "sourceId" | "originId" | "stance" | "kind" | "passage" | "locator" | "note" | "calculation"
>;
type RestedOn = BasisFields & { readonly id: string; readonly capture: { readonly sha256: string } | null };

type Parts = {
  readonly claim: ClaimFields;
  readonly version: ComposedText;
  readonly placement: { readonly start: number | null; readonly end: number | null; readonly quote: string };
  readonly evidence: readonly RestedOn[];
};

/** What a verdict on this claim rests on now. A lost claim keeps its quote and has no blocks. */
export function presentBasis({ claim, version, placement, evidence }: Parts): Basis {
  const { start, end } = placement;
  const blocks = start === null || end === null ? [] : blocksOf(version.blocks, { start, end });
  return basisOf({
    quote: placement.quote,
    blocks: blocks.map((block) => version.text.slice(block.start, block.end)),
    statement: claim.statement,
    claimant: claim.claimant,
    saidOn: claim.saidOn,
    saidIn: claim.saidIn,
    evidence: evidence.map((item) => ({
      id: item.id,
      stance: item.stance,
      kind: item.kind,
      origin: item.originId,
      source: item.sourceId,
      passage: item.passage,
      locator: item.locator,
      capture: item.capture?.sha256 ?? null,
      note: item.note,
      ...(item.calculation === "" ? {} : { calculation: item.calculation }),
    })),
  });
}

/** A basis as a revision keeps it: its RFC 8785 form, and the SHA-256 of that. */
export function sealedBasis(present: Basis): { readonly basis: string; readonly basisDigest: string } {
  const basis = canonicalJson(present);
  return { basis, basisDigest: sha256Hex(basis) };
}

const text = z.string();
const storedBasis = z.object({
  scheme: z.number(),
  quote: text,
  blocks: z.array(text),
  statement: text,
  claimant: text,
  saidOn: text,
  saidIn: text,
  evidence: z.array(
    z.object({
      id: text,
      stance: z.enum(stances),
      kind: z.enum(evidenceKinds),
      origin: text.nullable(),
      source: text,
      passage: text,
      locator: text,
      capture: text.nullable(),
      note: text,
      calculation: text.exactOptional(),
    }),
  ),
});

/** The basis that a revision was given on, from its canonical JSON. */
export function basisThen(revision: { readonly basis: string }): Basis {
  return storedBasis.parse(JSON.parse(revision.basis));
}
