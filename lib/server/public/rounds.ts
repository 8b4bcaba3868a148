import "server-only";

type Waiting<Value> = {
  readonly promise: Promise<Value | undefined>;
  readonly resolve: (value: Value | undefined) => void;
  readonly reject: (reason: unknown) => void;
};

/**
 * Reads by key, in rounds that never overlap: whoever asks gets what a round read that began after they asked, so nobody
 * is told what stood before; and however many ask, one read serves all of a round.
 */
export function inRounds<Value>(
  read: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
): (key: string) => Promise<Value | undefined> {
  let waiting = new Map<string, Waiting<Value>>();
  let busy = false;

  const run = async () => {
    while (waiting.size > 0) {
      const round = waiting;
      waiting = new Map();
      try {
        const found = await read([...round.keys()]);
        for (const [key, { resolve }] of round) resolve(found.get(key));
      } catch (error) {
        for (const { reject } of round.values()) reject(error);
      }
    }
    busy = false;
  };

  return (key) => {
    const known = waiting.get(key);
    if (known !== undefined) return known.promise;
    const one = Promise.withResolvers<Value | undefined>();
    waiting.set(key, one);
    if (!busy) {
      busy = true;
      // After the requests that have come in by now, so that they share the round.
      setImmediate(() => void run());
    }
    return one.promise;
  };
}
