import { type Line, openSource } from "#components/live/event-source.ts";

type Options = {
  /** Names the member: tabs of somebody else, signed in here before, hear nothing. */
  readonly name: string;
  /** Where the record stood when the page was drawn. */
  readonly cursor: string;
  readonly hear: (line: Line) => void;
};

type Sent = { readonly at: number; readonly line: Line; readonly to?: string };
/** A new tab asks for what it missed; `by` names it. */
type Asked = { readonly since: number; readonly by: string };

/** So long a new tab may take from the drawing of its page to its first question, in milliseconds. */
const remembered = 60_000;

/**
 * One stream per browser: the tab that holds a lock reads it and passes every line on to the others, and when it closes
 * the next one goes on from the last line. Where a page may not lock (plain http on another machine), every tab has a
 * stream of its own while it is looked at.
 */
export function hearTogether({ name, cursor, hear }: Options): () => void {
  if (!("locks" in navigator) || !("BroadcastChannel" in window)) return whileSeen(cursor, hear);
  const channel = new BroadcastChannel(name);
  const by = crypto.randomUUID();
  let place = cursor;
  let recent: Sent[] = [];
  let close: (() => void) | null = null;
  /** Waits for the lock, or holds it. */
  let turn: AbortController | null = null;

  const take = (line: Line) => {
    if (line.cursor !== "") place = line.cursor;
    // Signed out, nobody needs a turn, and one who waits would block those that sign in again; hello is theirs.
    if (line.type === "end") giveUp();
    if (line.type === "hello") seek();
    hear(line);
  };
  const pass = (line: Line) => {
    const at = Date.now();
    recent = [...recent.filter((sent) => sent.at > at - remembered && !repeats(sent.line, line)), { at, line }];
    channel.postMessage({ at, line } satisfies Sent);
    take(line);
  };
  const giveUp = () => {
    turn?.abort();
    turn = null;
    close?.();
    close = null;
  };
  const seek = () => {
    if (turn !== null) return;
    const mine = new AbortController();
    turn = mine;
    navigator.locks
      .request(name, { signal: mine.signal }, async () => {
        if (mine.signal.aborted) return;
        close = openSource({ cursor: () => place, hear: pass });
        await new Promise<void>((resolve) => mine.signal.addEventListener("abort", () => resolve(), { once: true }));
      })
      // Rejected only when the page goes, or is signed out, before its turn came.
      .catch(() => {});
  };
  channel.onmessage = ({ data }: MessageEvent<Sent | Asked>) => {
    if ("line" in data) {
      if (data.to === undefined || data.to === by) take(data.line);
    } else if (close !== null) {
      // Changes from before the page was drawn are in it; who is where and whether we are connected always counts.
      for (const sent of recent) {
        if (sent.at >= data.since || isState(sent.line)) channel.postMessage({ ...sent, to: data.by } satisfies Sent);
      }
    }
  };
  channel.postMessage({ since: performance.timeOrigin, by } satisfies Asked);
  seek();
  return () => {
    giveUp();
    channel.close();
  };
}

function isState({ type }: Line): boolean {
  return type === "presence" || type === "end" || isLink(type);
}

function isLink(type: Line["type"]): boolean {
  return type === "up" || type === "down" || type === "crowded";
}

/** Of what only the latest counts, older lines are forgotten, but for as long as it holds. */
function repeats(older: Line, { type }: Line): boolean {
  return isState(older) && (older.type === type || (isLink(older.type) && isLink(type)));
}

function whileSeen(cursor: string, hear: (line: Line) => void): () => void {
  let place = cursor;
  let close: (() => void) | null = null;
  const take = (line: Line) => {
    if (line.cursor !== "") place = line.cursor;
    hear(line);
  };
  const look = () => {
    close?.();
    close = document.visibilityState === "visible" ? openSource({ cursor: () => place, hear: take }) : null;
  };
  document.addEventListener("visibilitychange", look);
  look();
  return () => {
    document.removeEventListener("visibilitychange", look);
    close?.();
  };
}
