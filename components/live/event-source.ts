/**
 * What the stream said, or that it is `up`, `down`, or `crowded` out by too many others: the words as they came, so that
 * every tab reads them alike.
 */
export type Line = {
  readonly type: "change" | "reset" | "presence" | "end" | "hello" | "up" | "down" | "crowded";
  readonly data: string;
  /** Where to go on after this; empty where nothing changes. */
  readonly cursor: string;
};

const named = ["hello", "reset", "presence", "end"] as const;
const shortestWait = 1_000;
const longestWait = 15_000;
/** Very many other pages took our place, or all places. */
const crowdedWait = 60_000;

type Options = {
  /** Where to go on, asked anew for every connection. */
  readonly cursor: () => string;
  readonly hear: (line: Line) => void;
};

/** Keeps one stream open: connects again, ever more slowly, until the session ends or the answer is called. */
export function openSource({ cursor, hear }: Options): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = shortestWait;
  let done = false;
  /** Whether this connection was let in. */
  let welcome = false;

  const tell = (type: Line["type"], data = "", at = "") => hear({ type, data, cursor: at });
  const drop = () => {
    source?.close();
    source = null;
    clearTimeout(timer);
  };
  const later = (ms: number) => {
    drop();
    if (!done) timer = setTimeout(open, ms * (0.75 + Math.random() / 2));
  };
  const open = () => {
    drop();
    welcome = false;
    const made = new EventSource(`/api/v1/live?after=${encodeURIComponent(cursor())}`);
    source = made;
    made.onopen = () => tell("up");
    made.onmessage = ({ data, lastEventId }) => tell("change", String(data), lastEventId);
    made.onerror = () => {
      tell("down");
      later(wait);
      wait = Math.min(wait * 2, longestWait);
    };
    for (const type of named) {
      made.addEventListener(type, ({ data, lastEventId }) => {
        // Told in full, the connection is sound: only now is the next break a first one.
        wait = shortestWait;
        if (type === "hello") welcome = true;
        if (type === "end") end(String(data));
        else tell(type, String(data), lastEventId);
      });
    }
  };
  const end = (data: string) => {
    // A session that ended may have been followed by another in this browser: who is not let in again is signed out.
    if (data.includes("session") && !welcome) {
      done = true;
      drop();
      tell("end", data);
    } else if (data.includes("replaced") || data.includes("full")) {
      later(crowdedWait);
      tell("crowded");
    } else {
      later(shortestWait);
    }
  };
  const atOnce = () => {
    if (source === null && !done) open();
  };
  window.addEventListener("online", atOnce);
  open();
  return () => {
    done = true;
    window.removeEventListener("online", atOnce);
    drop();
  };
}
