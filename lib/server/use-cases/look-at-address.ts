import "server-only";
import { createHash } from "node:crypto";
import { isAnotherPage, type PassageNow, passagesNow } from "#lib/domain/passage-now.ts";
import { comparableAddress } from "#lib/domain/same-address.ts";
import { type Look, worse } from "#lib/domain/watch.ts";
import type { SystemContext } from "#lib/server/context.ts";
import { type FetchProblem, fetchProblemSentence } from "#lib/server/outside/fetch-problem.ts";
import { type FetchedPage, guardedFetch } from "#lib/server/outside/guarded-fetch.ts";
import type { StoredWatch, WatchedEvidence } from "#lib/server/repositories/watches.ts";
import { newestCapture, textOfCapture } from "#lib/server/repositories/watches.ts";
import { readCapture } from "#lib/server/use-cases/read-capture.ts";

/** `status` is null where nothing answered; `passages` are empty where the look says nothing about them. */
export type Looked = Look & {
  readonly status: number | null;
  readonly address: string;
  readonly sha256: string;
  readonly textDigest: string;
  readonly passages: readonly PassageNow[];
};

type LookContext = Pick<SystemContext, "db" | "now" | "fetchPolicy"> & { readonly signal?: AbortSignal };
type Capture = NonNullable<Awaited<ReturnType<typeof newestCapture>>>;

const nothing = {
  movedTo: "",
  problem: "",
  pauseMs: 0,
  status: null,
  address: "",
  sha256: "",
  textDigest: "",
  passages: [],
};

/**
 * Fetches a watched address and holds it against the newest copy of it and the words that evidence relies on. Null when
 * the fetch was called off. Writes nothing.
 */
export async function lookAtAddress(
  context: LookContext,
  watch: StoredWatch,
  evidence: readonly WatchedEvidence[],
): Promise<Looked | null> {
  const { db, fetchPolicy, signal } = context;
  const page = await guardedFetch(watch.address, fetchPolicy, {
    wants: "anything",
    ...(signal === undefined ? {} : { signal }),
  });
  if (!page.ok) return page.error.kind === "cancelled" ? null : unanswered(page.error, context.now);
  const capture = await newestCapture(db, watch);
  if (capture === null) throw new Error("a watch names a capture that is not there");
  return await compared(context, { page: page.value, capture, watch, evidence });
}

/** 404, 410 and 451 say that the page is gone. Other refusals are about the asker or the moment, not about the page. */
function unanswered(problem: FetchProblem, now: Date): Looked {
  const sentence = fetchProblemSentence(problem);
  if (problem.kind !== "status") return { ...nothing, state: "unreachable", isSure: true, problem: sentence };
  const { status } = problem;
  if (status === 404 || status === 410 || status === 451) {
    return { ...nothing, state: "gone", isSure: false, status, problem: sentence };
  }
  const pauseMs = pauseOf(problem.retryAfter ?? "", now);
  return { ...nothing, state: "unreachable", isSure: true, status, problem: sentence, pauseMs };
}

/** Retry-After (RFC 9110, 10.2.3): seconds or a date. */
function pauseOf(header: string, now: Date): number {
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - now.getTime();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

type Compared = {
  readonly page: FetchedPage;
  readonly capture: Capture;
  readonly watch: StoredWatch;
  readonly evidence: readonly WatchedEvidence[];
};

async function compared({ db }: LookContext, { page, capture, watch, evidence }: Compared): Promise<Looked> {
  const { deskId } = watch;
  const sha256 = createHash("sha256").update(page.bytes).digest("hex");
  const movedTo = lastingMove(page, capture.address);
  const answer = { ...nothing, movedTo, status: page.status, address: page.finalAddress, sha256 };
  const isSame = sha256 === capture.sha256;
  const { bytes, contentType: mediaType, finalAddress: address } = page;
  const read = isSame ? capture : await readCapture({ bytes, mediaType, address, fileName: "" });
  const { textDigest } = read;
  const base = movedTo === "" ? "alive" : "moved";
  if (textDigest === "") {
    const problem =
      isSame || capture.textDigest === "" ? "" : "Something that cannot be read as a text stands there now.";
    return { ...answer, state: isSame ? base : worse(base, "changed"), isSure: true, problem };
  }
  const isSameText = textDigest === capture.textDigest;
  const relied = evidence.filter(({ passage }) => passage.trim() !== "");
  const elsewhere = relied.filter((item) => item.textDigest !== textDigest);
  const text = "text" in read ? read.text : "";
  const present = async () => (text === "" ? await textOfCapture(db, { deskId, id: capture.id }) : text);
  const searched = elsewhere.length === 0 ? [] : passagesNow(await present(), elsewhere.map(relyingOf));
  const stand = relied.flatMap(({ id, textDigest: own }) => (own === textDigest ? [found(id)] : []));
  const passages = [...stand, ...searched];
  const isMissing = passages.some(({ state }) => state !== "found");
  const state = isMissing ? "passage-changed" : isSameText ? base : worse(base, "changed");
  const isDoubtful = !isSameText && passages.some((passage) => passage.state === "gone");
  const isSure = !isDoubtful || !isAnotherPage(await textOfCapture(db, { deskId, id: capture.id }), text);
  return { ...answer, textDigest, state, isSure, passages };
}

/** Where a page has moved for good: every step on the way said so, and the end is another place than when it was kept. */
function lastingMove({ redirects, finalAddress }: FetchedPage, keptFrom: string): string {
  const isLasting = redirects.length > 0 && redirects.every(({ status }) => status === 301 || status === 308);
  return isLasting && comparableAddress(finalAddress) !== comparableAddress(keptFrom) ? finalAddress : "";
}

function relyingOf({ id, passage, prefix, suffix }: WatchedEvidence) {
  return { evidenceId: id, exact: passage, prefix, suffix };
}

function found(evidenceId: string): PassageNow {
  return { evidenceId, state: "found", now: "" };
}
