/** What the stream said, or that it is `up` or `down`: the words as they came, so that every tab reads them alike. */
export type Line = {
  readonly type: "change" | "reset" | "presence" | "end" | "hello" | "up" | "down";
  readonly data: string;
  /** Where to go on after this; empty where nothing changes. */
  readonly cursor: string;
};

const named = ["hello", "reset", "presence", "end"] as const;
const shortestWait = 1_000;
const longestWait = 15_000;
/** Another tab of this browser, or very many of them, took our place. */
const replacedWait = 60_000;

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
        if (type === "end") end(String(data));
        else tell(type, String(data), lastEventId);
      });
    }
  };
  const end = (data: string) => {
    if (data.includes("session")) {
      done = true;
      drop();
      tell("end", data);
    } else {
      later(data.includes("replaced") ? replacedWait : shortestWait);
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
