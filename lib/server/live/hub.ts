import "server-only";
import { type Db, database } from "#lib/server/db/client.ts";
import { requireEnv } from "#lib/server/env.ts";
import { cursorKey } from "#lib/server/live/cursor.ts";
import { type EndReason, endedStream, openEventStream } from "#lib/server/live/event-stream.ts";
import { openListener } from "#lib/server/live/listener.ts";
import { openRoom, type Room, type Stream } from "#lib/server/live/room.ts";
import { log } from "#lib/server/log.ts";

export type Hub = {
  /** A stream for a member, as the body of a response; `leave` ends it. One too many for this process ends at once. */
  readonly join: (asked: Omit<Stream, "outlet">) => { readonly body: ReadableStream<Uint8Array>; leave: () => void };
  readonly close: () => Promise<void>;
};

/**
 * How many streams one session, and one member, may have in this process: beyond, the oldest is ended. Beyond those of
 * the process a new one is, and asks again in a minute: those that are open are not pushed about.
 */
export const mostStreams = { ofSession: 20, ofMember: 50, ofProcess: 5_000 } as const;

/** How often the record is asked while nothing can wake us; every so many of these beats permission is looked up. */
const beatMs = 2_000;
const beatsToCheck = 5;
const beatsToComment = 10;

/**
 * Tells changes to all streams of this process: one connection listens for all desks, each desk's record is read once,
 * and a beat makes up for what the connection did not tell.
 */
export function openHub(options: { db: Db; address: string; secret: string; beat?: number; most?: number }): Hub {
  const { db, address, secret, beat: every = beatMs, most = mostStreams.ofProcess } = options;
  const key = cursorKey(secret);
  const rooms = new Map<string, Room>();
  let beats = 0;
  let open = 0;
  let failing = false;

  const turn = (room: Room, cause: Parameters<Room["turn"]>[0]) => void room.turn(cause);
  const roomOf = (deskId: string): Room => {
    const known = rooms.get(deskId);
    if (known !== undefined) return known;
    const onFailure = (error: unknown) => {
      // One line for a database that is away, not one a beat; what was missed is read when it is back.
      if (!failing) log("live", error);
      failing = true;
    };
    const room = openRoom({ db, deskId, key, onFailure });
    rooms.set(deskId, room);
    return room;
  };
  const listener = openListener({
    address,
    onTold: (payload) => {
      const [first = "", second = ""] = payload.split(" ");
      const room = rooms.get(first === "p" ? second : first);
      if (room !== undefined) turn(room, first === "p" ? "presence" : "entries");
    },
    onConnected: () => {
      failing = false;
      for (const room of rooms.values()) turn(room, "check");
    },
  });

  const beat = () => {
    beats += 1;
    for (const [deskId, room] of rooms) {
      if (room.isEmpty()) {
        rooms.delete(deskId);
        continue;
      }
      if (beats % beatsToComment === 0) for (const { outlet } of room.streams()) outlet.send(":\n\n");
      if (beats % beatsToCheck === 0) turn(room, "check");
      else if (!listener.isConnected()) turn(room, "presence");
    }
  };
  const timer = setInterval(beat, every);
  timer.unref();

  const makeRoomFor = (asked: Omit<Stream, "outlet">) => {
    const mine = [...(rooms.get(asked.deskId)?.streams() ?? [])].filter(({ memberId }) => memberId === asked.memberId);
    const ofSession = mine.filter(({ sessionId }) => sessionId === asked.sessionId);
    const [oldest] = mine.length >= mostStreams.ofMember ? mine : [];
    const [older] = ofSession.length >= mostStreams.ofSession ? ofSession : [];
    (older ?? oldest)?.outlet.end("replaced");
  };

  return {
    join: (asked) => {
      makeRoomFor(asked);
      if (open >= most) return { body: endedStream("full"), leave: () => {} };
      const room = roomOf(asked.deskId);
      open += 1;
      const { body, outlet } = openEventStream(() => {
        open -= 1;
        room.leave(stream);
      });
      const stream: Stream = { ...asked, outlet };
      outlet.send("retry: 3000\n\n");
      room.join(stream);
      turn(room, "entries");
      return { body, leave: () => outlet.end("stopping") };
    },
    close: async () => {
      clearInterval(timer);
      const reason: EndReason = "stopping";
      for (const room of rooms.values()) for (const { outlet } of room.streams()) outlet.end(reason);
      await listener.close();
    },
  };
}

declare global {
  var stetLive: Hub | undefined;
}

/** The one hub of this process, made at its first use. */
export function liveHub(): Hub {
  globalThis.stetLive ??= openHub({
    db: database(),
    address: requireEnv("DATABASE_URL"),
    secret: requireEnv("NEXTAUTH_SECRET"),
  });
  return globalThis.stetLive;
}
