import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { log } from "#lib/server/log.ts";

export type Listener = {
  readonly isConnected: () => boolean;
  readonly close: () => Promise<void>;
};

type Options = {
  readonly address: string;
  /** What came over the channel. It may be lost while there is no connection; `onConnected` is the time to look. */
  readonly onTold: (payload: string) => void;
  readonly onConnected: () => void;
};

const shortestWait = 200;
const longestWait = 10_000;

/** One connection of this process that listens to `stet_live`; connects again, ever more slowly, when it is lost. */
export function openListener({ address, onTold, onConnected }: Options): Listener {
  let connected = false;
  let current: Client | null = null;
  const closing = new AbortController();

  const hold = async () => {
    const client = new Client({
      connectionString: address,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: "stet live",
    });
    current = client;
    const lost = new Promise<void>((resolve) => {
      // Heard for good: an error that nobody hears ends the process, and a lost connection may have a second one.
      client.on("error", () => resolve());
      client.on("end", resolve);
    });
    try {
      await client.connect();
      client.on("notification", ({ payload }) => onTold(payload ?? ""));
      await client.query("LISTEN stet_live");
      connected = true;
      onConnected();
      await lost;
      return true;
    } catch (error) {
      if (!closing.signal.aborted) log("live listener", error);
      return false;
    } finally {
      connected = false;
      void client.end().catch(() => {});
    }
  };

  const run = async () => {
    for (let wait = shortestWait; !closing.signal.aborted; ) {
      wait = (await hold()) ? shortestWait : Math.min(wait * 2, longestWait);
      // Rejected only by closing, which the loop's condition sees.
      await sleep(wait * (0.5 + Math.random()), undefined, { signal: closing.signal, ref: false }).catch(() => {});
    }
  };
  const running = run();

  return {
    isConnected: () => connected,
    close: async () => {
      closing.abort();
      await current?.end().catch(() => {});
      await running;
    },
  };
}
