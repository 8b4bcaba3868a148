import { z } from "zod";
import { evidenceKinds, sourceKinds, stances } from "#lib/domain/evidence.ts";
import { address, day, identifier, partialDay, rowVersion, writtenText } from "#lib/schemas/text.ts";

const newSource = z.object({
  sourceKind: z.enum(sourceKinds).default("publication"),
  title: writtenText(500).default(""),
  publication: writtenText(300).default(""),
  author: writtenText(300).default(""),
  publishedOn: partialDay.default(""),
  address: address.default(""),
});

const evidenceFields = newSource.extend({
  claimId: identifier,
  sourceId: z.union([z.literal("").transform(() => null), identifier]).default(null),
  stance: z.enum(stances, "Choose what it does: supports, refutes or context."),
  kind: z.enum(evidenceKinds, "Choose the kind of evidence."),
  passage: writtenText(20_000).default(""),
  locator: writtenText(300).default(""),
  note: writtenText(5000).default(""),
  accessedOn: day,
  sameOriginAs: z.union([z.literal("").transform(() => null), identifier]).default(null),
});

/** Evidence that cites an existing source, or a new one that at least has a title or an address. */
export const linkEvidence = evidenceFields.extend({ id: identifier }).check((context) => {
  const { sourceId, title, address: web } = context.value;
  if (sourceId === null && title === "" && web === "") {
    context.issues.push({
      code: "custom",
      path: ["title"],
      message: "Give the source a title or an address, or choose one that the desk knows.",
      input: context.value,
    });
  }
});
export type LinkEvidence = z.output<typeof linkEvidence>;

export const editEvidence = linkEvidence.and(z.object({ rowVersion }));
export type EditEvidence = z.output<typeof editEvidence>;

export const evidenceAt = z.object({ id: identifier, rowVersion });
export type EvidenceAt = z.output<typeof evidenceAt>;
