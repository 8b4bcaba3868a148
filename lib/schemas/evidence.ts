import { z } from "zod";
import { evidenceKinds, stances } from "#lib/domain/evidence.ts";
import { citedSource } from "#lib/schemas/source.ts";
import { day, identifier, listOfIds, rowVersion, wholeNumber, writtenText } from "#lib/schemas/text.ts";

const nothing = z.literal("").transform(() => null);
/** UTF-16 code units in the text of a capture. */
const offset = z.union([nothing, z.null(), wholeNumber(0, 2_000_000_000)]).default(null);
/** As JSON says it, or as a ticked box of a form does. */
const ticked = z
  .union([z.boolean(), nothing.transform(() => false), z.enum(["on", "yes"]).transform(() => true)])
  .default(false);

const evidenceFields = citedSource.extend({
  claimId: identifier,
  sourceId: z.union([nothing, z.null(), identifier]).default(null),
  stance: z.enum(stances, "Choose what it does: supports, refutes or context."),
  kind: z.enum(evidenceKinds, "Choose the kind of evidence."),
  passage: writtenText(20_000).default(""),
  locator: writtenText(300).default(""),
  note: writtenText(5000).default(""),
  accessedOn: day,
  sameOriginAs: z.union([nothing, z.null(), identifier]).default(null),
  confidential: ticked,
  publicAs: writtenText(300).default(""),
  calculation: writtenText(5000)
    .refine((text) => text.split("\n").length <= 100, "Write at most 100 steps.")
    .default(""),
  captureId: z.union([nothing, z.null(), identifier]).default(null),
  passageStart: offset,
  passageEnd: offset,
});

/**
 * Evidence that cites an existing source, or a new one that at least has a title or an address. `captureId` with
 * `passageStart` and `passageEnd` names the place of the passage in a kept copy; both ends or neither.
 */
export const linkEvidence = evidenceFields.extend({ id: identifier }).check((context) => {
  const { sourceId, title, address: web, captureId, passageStart, passageEnd } = context.value;
  const complain = (path: string, message: string) =>
    context.issues.push({ code: "custom", path: [path], message, input: context.value });
  if (sourceId === null && title === "" && web === "") {
    complain("title", "Give the source a title or an address, or choose one that the desk knows.");
  }
  if ((passageStart === null) !== (passageEnd === null) || (captureId === null && passageStart !== null)) {
    complain("passage", "Select the words in the copy again.");
  }
});
type Linked = z.output<typeof linkEvidence>;
type Kept = "confidential" | "publicAs" | "calculation" | "captureId" | "passageStart" | "passageEnd";
/** What is rare may be left out by callers. */
export type LinkEvidence = Omit<Linked, Kept> & Partial<Pick<Linked, Kept>>;

export const editEvidence = linkEvidence.and(z.object({ rowVersion }));
export type EditEvidence = LinkEvidence & { readonly rowVersion: number };

export const evidenceAt = z.object({ id: identifier, rowVersion });
export type EvidenceAt = z.output<typeof evidenceAt>;

const severalIds = listOfIds(1000).pipe(z.array(z.string()).min(2));

/** `was` are the same ids in the order in which they were read. */
export const orderEvidence = z.object({ claimId: identifier, ids: severalIds, was: severalIds });
export type OrderEvidence = z.output<typeof orderEvidence>;

/** `from` is the evidence of an earlier check that is taken over as `id`. */
export const reuseEvidence = z.object({
  id: identifier,
  claimId: identifier,
  from: identifier,
  stance: z.enum(stances, "Choose what it does: supports, refutes or context."),
});
export type ReuseEvidence = z.output<typeof reuseEvidence>;

/** Whether two pieces of a claim's evidence go back to one origin. */
export const settleOrigin = z.object({
  claimId: identifier,
  id: identifier,
  otherId: identifier,
  answer: z.enum(["same", "differ"]),
});
export type SettleOrigin = z.output<typeof settleOrigin>;
