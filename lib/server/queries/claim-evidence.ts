import "server-only";
import type { EvidenceView } from "#lib/domain/evidence-views.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { sourceView } from "#lib/server/queries/claim-parts.ts";
import type { StoredEvidence } from "#lib/server/repositories/evidence.ts";

/** A page shows so many pieces of evidence at first. */
const shown = 100;

/**
 * The first pieces of a claim's evidence as its page shows them, with the words around each passage and what watching
 * found. `since` is when the verdict's latest revision was given; evidence touched later is new to its readers.
 */
export async function claimEvidence(
  _db: Tx,
  evidence: readonly StoredEvidence[],
  since: Date | null,
): Promise<EvidenceView[]> {
  return evidence.slice(0, shown).map((item) => evidenceView(item, since));
}

/** `since` is when the verdict's latest revision was given; evidence touched later is new to its readers. */
function evidenceView(item: StoredEvidence, since: Date | null): EvidenceView {
  return {
    id: item.id,
    source: sourceView(item.source),
    stance: item.stance,
    kind: item.kind,
    passage: item.passage,
    locator: item.locator,
    note: item.note,
    accessedOn: item.accessedOn,
    originLabel: item.origin?.label ?? null,
    confidential: item.confidential,
    publicAs: item.publicAs,
    calculation: [],
    capture: null,
    context: null,
    watch: null,
    linkedBy: item.linkedBy,
    editedBy: item.editedBy,
    updatedAt: item.updatedAt.toISOString(),
    rowVersion: item.rowVersion,
    isNew: since !== null && item.updatedAt > since,
  };
}
