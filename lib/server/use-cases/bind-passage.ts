import "server-only";
import { uuidv7 } from "uuidv7";
import type { Outcome } from "#lib/domain/failure.ts";
import { refused } from "#lib/domain/failure.ts";
import { longestPassage, passagePlace, standsAt } from "#lib/domain/passage-place.ts";
import { ok } from "#lib/domain/result.ts";
import type { LinkEvidence } from "#lib/schemas/evidence.ts";
import type { Context } from "#lib/server/context.ts";
import type { Tx } from "#lib/server/db/client.ts";
import { enqueue } from "#lib/server/jobs/enqueue.ts";
import { type CopyToQuote, copyById, hasCopyOf, newestCopies, rootOf } from "#lib/server/repositories/passages.ts";
import { sourceById } from "#lib/server/repositories/sources.ts";

/** The words relied on, and where they stand in which kept copy: `[passageStart, passageEnd)`, UTF-16 code units. */
type Binding = {
  readonly passage: string;
  readonly captureId: string | null;
  readonly passageStart: number | null;
  readonly passageEnd: number | null;
};

type Passage = Pick<LinkEvidence, "sourceId" | "passage" | "captureId" | "passageStart" | "passageEnd">;

/**
 * Checks the copy that a request names: that it is one of the source that is cited (or merged with it) and that the
 * passage stands where the request says. Without a place the words are looked for in it. Answers null where no copy is named.
 */
export async function checkBinding(tx: Tx, { actor }: Context, input: Passage): Promise<Outcome<Binding | null>> {
  const { captureId = null, passageStart = null, passageEnd = null, passage } = input;
  if (captureId === null) return ok(null);
  const copy = await copyById(tx, actor.deskId, captureId);
  if (copy === null) return refused("capture-unknown");
  const source = input.sourceId === null ? null : await sourceById(tx, actor.deskId, input.sourceId);
  if (source === null || rootOf(source) !== rootOf(copy.source)) return refused("capture-of-another-source");
  if (passageStart === null || passageEnd === null) return boundTo(copy, passage);
  if (passageEnd <= passageStart || passageEnd > copy.text.length) return refused("passage-outside");
  if (passageEnd - passageStart > longestPassage) return refused("passage-outside");
  const words = copy.text.slice(passageStart, passageEnd);
  if (words.trim() === "" || !words.isWellFormed()) return refused("passage-outside");
  if (passage !== "" && !standsAt(copy.text, { start: passageStart, end: passageEnd }, passage)) {
    return refused("passage-not-in-capture");
  }
  return ok({ passage: passage === "" ? words.trim() : passage, captureId, passageStart, passageEnd });
}

/**
 * The request with the source of the copy that it names, where it describes that source again instead of naming it: so a
 * form does that came from a copy and does not know the source.
 */
export async function withSourceOfCopy<Input extends LinkEvidence>(
  tx: Tx,
  context: Context,
  input: Input,
): Promise<Input> {
  const { sourceId, captureId = null, address, title } = input;
  if (sourceId !== null || captureId === null) return input;
  const copy = await copyById(tx, context.actor.deskId, captureId);
  const source = copy === null ? null : await sourceById(tx, context.actor.deskId, copy.source.id);
  const isSame = source !== null && source.address === address && (address !== "" || source.title === title);
  return isSame ? { ...input, sourceId: source.id } : input;
}

/** A copy without words (a picture, a sound) can be relied on as a whole; so can any without a passage. */
function boundTo(copy: CopyToQuote, passage: string): Outcome<Binding> {
  if (passage === "" || copy.text === "") return ok({ ...unbound(passage), captureId: copy.id });
  const place = passagePlace(copy.text, passage);
  return place === null ? refused("passage-not-in-capture") : ok(boundAt(copy.id, passage, place));
}

/**
 * Finds the words in a copy that the desk keeps of the source: in `preferred` first, then in the newest ones. Unbound
 * when they stand in none.
 */
export async function findBinding(
  tx: Tx,
  { actor }: Context,
  wanted: { readonly sourceId: string; readonly passage: string; readonly preferred: string | null },
): Promise<Binding> {
  const source = await sourceById(tx, actor.deskId, wanted.sourceId);
  if (source === null || wanted.passage === "") return unbound(wanted.passage);
  const preferred = wanted.preferred === null ? null : await copyById(tx, actor.deskId, wanted.preferred);
  const ofTheSource = preferred !== null && rootOf(preferred.source) === rootOf(source) ? [preferred] : [];
  for (const copy of [...ofTheSource, ...(await newestCopies(tx, actor.deskId, rootOf(source)))]) {
    const place = passagePlace(copy.text, wanted.passage);
    if (place !== null) return boundAt(copy.id, wanted.passage, place);
  }
  return unbound(wanted.passage);
}

function boundAt(captureId: string, passage: string, place: { start: number; end: number }): Binding {
  return { passage, captureId, passageStart: place.start, passageEnd: place.end };
}

function unbound(passage: string): Binding {
  return { passage, captureId: null, passageStart: null, passageEnd: null };
}

/** Asks for a copy of the source's address, where it has one of which the desk keeps none yet. */
export async function askForCopy(
  tx: Tx,
  { actor }: Context,
  evidence: { readonly id: string; readonly sourceId: string },
): Promise<void> {
  const { deskId, memberId } = actor;
  const source = await sourceById(tx, deskId, evidence.sourceId);
  if (source === null || source.address === "") return;
  const of = { root: rootOf(source), address: source.address };
  if (await hasCopyOf(tx, deskId, of)) return;
  const asked = { deskId, memberId, captureId: uuidv7(), sourceId: of.root, address: of.address };
  await enqueue(tx, "capture-source", { ...asked, evidenceId: evidence.id }, { key: evidence.id });
}
