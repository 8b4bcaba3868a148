import "server-only";

type Sized = { readonly size: number };

/**
 * Keeps what was made for a key, the least lately used going first when all together are more than `most` bytes: a large
 * one pushes out many small ones, since it costs more to make again than all of them. What several ask for at once is made
 * once; what fails or is null is not kept. A key has to name all that its value depends
 * on: nothing is ever thrown out for being old.
 */
export function byteCache<Value extends Sized>(most: number) {
  const kept = new Map<string, Value>();
  const coming = new Map<string, Promise<Value | null>>();
  let size = 0;

  const keep = (key: string, value: Value) => {
    if (value.size > most) return;
    kept.set(key, value);
    size += value.size;
    for (const [oldest, { size: freed }] of kept) {
      if (size <= most) return;
      kept.delete(oldest);
      size -= freed;
    }
  };

  return async (key: string, make: () => Promise<Value | null>): Promise<Value | null> => {
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const begun = coming.get(key);
    if (begun !== undefined) return await begun;
    const made = make().finally(() => coming.delete(key));
    coming.set(key, made);
    const value = await made;
    if (value !== null && !kept.has(key)) keep(key, value);
    return value;
  };
}
