import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Context } from "#lib/server/context.ts";
import type { Hub } from "#lib/server/live/hub.ts";
import { insertSession } from "#lib/server/repositories/sessions.ts";

type Heard = { readonly event: string; readonly id: string; readonly data: Record<string, unknown> };
export type Reader = {
  /** Every event so far, in order. */
  readonly heard: readonly Heard[];
  /** Waits until an event fits, also one that has been heard. */
  readonly until: (fits: (one: Heard) => boolean, ms?: number) => Promise<Heard>;
  readonly isOver: () => boolean;
  readonly leave: () => void;
};

/** A session of this member, a live one; its id. */
export async function openSession({ actor, db }: Context): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 3_600_000);
  const { userId, deskId } = actor;
  await insertSession(db, { id, userId, deskId, now, expiresAt, userAgent: "test" });
  return id;
}

/** A stream of this member on a hub, read as it comes. */
export async function follow(
  hub: Hub,
  who: Context,
  { cursor = null, sessionId }: { readonly cursor?: string | null; readonly sessionId?: string } = {},
): Promise<Reader> {
  const session = sessionId ?? (await openSession(who));
  const { deskId, memberId } = who.actor;
  const { body, leave } = hub.join({ sessionId: session, deskId, memberId, cursor });
  return readEvents(body, leave);
}

/** Reads server-sent events from a body. */
function readEvents(body: ReadableStream<Uint8Array>, leave: () => void): Reader {
  const heard: Heard[] = [];
  let over = false;
  const read = async () => {
    let text = "";
    const decoder = new TextDecoder();
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop() ?? "";
      for (const block of blocks) {
        const one = eventOf(block);
        if (one !== null) heard.push(one);
      }
    }
  };
  const ended = () => {
    over = true;
  };
  read().then(ended, ended);
  const until = async (fits: (one: Heard) => boolean, ms = 10_000) => {
    for (const end = performance.now() + ms; ; await sleep(5)) {
      const found = heard.find(fits);
      if (found !== undefined) return found;
      if (over || performance.now() > end) throw new Error(`Not heard among ${JSON.stringify(heard)}`);
    }
  };
  return { heard, until, isOver: () => over, leave };
}

function eventOf(block: string): Heard | null {
  const fields = new Map(block.split("\n").map((line) => [line.replace(/: .*/s, ""), line.replace(/^\w*: /, "")]));
  const data = fields.get("data");
  if (data === undefined) return null;
  return { event: fields.get("event") ?? "change", id: fields.get("id") ?? "", data: JSON.parse(data) };
}

/** Everything that a body holds, when it has ended. */
export async function allOf(body: ReadableStream<Uint8Array>): Promise<Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const bytes of body) all.push(bytes);
  return all;
}

export const isHello = ({ event }: Heard): boolean => event === "hello";
