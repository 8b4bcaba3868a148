import "server-only";
import { type Here, hereFor, isHiddenFrom, liveTopic } from "#lib/domain/live.ts";
import type { Actor } from "#lib/domain/role.ts";
import { can } from "#lib/policy/can.ts";
import type { Db } from "#lib/server/db/client.ts";
import { type CursorKey, openCursor, sealCursor } from "#lib/server/live/cursor.ts";
import { eventText, type Outlet } from "#lib/server/live/event-stream.ts";
import { auditHead } from "#lib/server/repositories/audit.ts";
import { type LiveEntry, liveEntries, standingOf } from "#lib/server/repositories/live.ts";
import { whoIsHere } from "#lib/server/repositories/presence.ts";
import { blindMembers } from "#lib/server/repositories/second-verdicts.ts";

/** One reader's stream. `cursor` is where it wants to go on; null for what comes from now on. */
export type Stream = {
  readonly outlet: Outlet;
  readonly sessionId: string;
  readonly deskId: string;
  readonly memberId: string;
  readonly cursor: string | null;
};

/** Why a round is due: there may be entries, somebody came or went, or it is time to look who may still listen. */
export type Cause = "entries" | "presence" | "check";

/** The streams of one desk in this process, fed in rounds that never overlap. */
export type Room = {
  readonly join: (stream: Stream) => void;
  readonly leave: (stream: Stream) => void;
  readonly turn: (cause: Cause) => Promise<void>;
  readonly streams: () => Iterable<Stream>;
  readonly isEmpty: () => boolean;
};

/** A stream that missed more than this is told to read everything anew. */
const mostReplayed = 500;
const resetText = (id: string) => eventText({ event: "reset", id, data: {} });

/** `onFailure` hears of a round that failed; what it would have told is told by the next. */
export function openRoom(options: {
  db: Db;
  deskId: string;
  key: CursorKey;
  onFailure: (error: unknown) => void;
}): Room {
  const { db, deskId, key, onFailure } = options;
  const streams = new Set<Stream>();
  const joining = new Set<Stream>();
  const causes = new Set<Cause>();
  let busy = false;
  let seq: bigint | null = null;
  let here: readonly Here[] = [];
  let told = "[]";
  const hereOf = new WeakMap<Stream, string>();

  /** Each entry is read once for all streams, permission once for all in the round. */
  const round = async (asked: ReadonlySet<Cause>) => {
    const from = seq ?? (await auditHead(db, deskId))?.seq ?? 0n;
    const entries = seq === null ? [] : await liveEntries(db, deskId, { after: from, take: mostReplayed + 1 });
    const tooMany = entries.length > mostReplayed;
    const until = tooMany ? ((await auditHead(db, deskId))?.seq ?? from) : (entries.at(-1)?.seq ?? from);
    if (asked.has("presence") || asked.has("check") || joining.size > 0) here = await whoIsHere(db, deskId);
    const present = JSON.stringify(here);
    const isNews = present !== told;
    if (entries.length === 0 && joining.size === 0 && !isNews && !asked.has("check")) return;

    const newcomers = [...joining];
    // After the entries, so that nobody is told on a permission that is older than they are.
    const may = await allowed([...streams, ...newcomers]);
    const blindOf = (stream: Stream) => may.get(stream) ?? new Set<string>();
    for (const stream of streams) {
      if (tooMany) stream.outlet.send(resetText(sealCursor(key, stream, until)));
      else sendEntries(stream, entries, blindOf(stream));
      if (isNews) sendHere(stream, blindOf(stream));
    }
    seq = until;
    told = present;
    for (const stream of newcomers) {
      if (!joining.has(stream)) continue;
      await replay(stream, until, blindOf(stream));
      sendHere(stream, blindOf(stream));
      joining.delete(stream);
      if (stream.outlet.isOpen()) streams.add(stream);
    }
  };

  /** The streams that may be told, each with the claims it is blind for; the others are ended. */
  const allowed = async (all: readonly Stream[]): Promise<ReadonlyMap<Stream, ReadonlySet<string>>> => {
    const [standing, blind] = await Promise.all([
      standingOf(db, deskId, [...new Set(all.map((stream) => stream.sessionId))]),
      blindMembers(db, deskId, [...new Set(all.map((stream) => stream.memberId))]),
    ]);
    const bySession = new Map(standing.map((one) => [one.sessionId, one]));
    const may = new Map<Stream, ReadonlySet<string>>();
    for (const stream of all) {
      const found = bySession.get(stream.sessionId);
      const actor: Actor | null = found === undefined ? null : { ...found, deskId };
      if (actor !== null && actor.memberId === stream.memberId && can(actor, "live.read", { deskId })) {
        may.set(stream, blind.get(actor.memberId) ?? new Set());
      } else {
        stream.outlet.end("session");
      }
    }
    return may;
  };

  const replay = async (stream: Stream, until: bigint, blind: ReadonlySet<string>) => {
    if (!stream.outlet.isOpen()) return;
    const now = sealCursor(key, stream, until);
    const after = stream.cursor === null ? until : openCursor(key, stream, stream.cursor);
    // A cursor that cannot be read, or is ahead of a record that was restored, says nothing of what was missed.
    const isKnown = after !== null && after <= until;
    const missed = isKnown ? await liveEntries(db, deskId, { after, until, take: mostReplayed + 1, blind }) : [];
    if (!isKnown || missed.length > mostReplayed) stream.outlet.send(resetText(now));
    else sendEntries(stream, missed, blind);
    stream.outlet.send(eventText({ event: "hello", id: now, data: {} }));
  };

  const sendEntries = (stream: Stream, entries: readonly LiveEntry[], blind: ReadonlySet<string>) => {
    for (const entry of entries) {
      if (!stream.outlet.isOpen()) return;
      if (isHiddenFrom(blind, entry)) continue;
      const { articleId, claimId, actorId } = entry;
      const data = { topic: liveTopic(entry.action), articleId, claimId, actorId };
      stream.outlet.send(eventText({ id: sealCursor(key, stream, entry.seq), data }));
    }
  };

  /** Only what is news to this reader: the moment of an event that says nothing new would tell of what is hidden. */
  const sendHere = (stream: Stream, blind: ReadonlySet<string>) => {
    const text = eventText({ event: "presence", data: { here: hereFor(blind, here) } });
    if (hereOf.get(stream) === text) return;
    hereOf.set(stream, text);
    stream.outlet.send(text);
  };

  const turn = async (cause: Cause) => {
    causes.add(cause);
    if (busy) return;
    busy = true;
    try {
      while (causes.size > 0 && streams.size + joining.size > 0) {
        const asked = new Set(causes);
        causes.clear();
        await round(asked);
      }
      causes.clear();
    } catch (error) {
      onFailure(error);
    } finally {
      busy = false;
    }
  };

  return {
    join: (stream) => void joining.add(stream),
    leave: (stream) => {
      streams.delete(stream);
      joining.delete(stream);
    },
    turn,
    streams: () => [...streams, ...joining],
    isEmpty: () => streams.size + joining.size === 0,
  };
}
