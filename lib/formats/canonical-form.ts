import canonicalize from "canonicalize";

/**
 * The canonical form of a JSON value (RFC 8785), in a browser too. Throws on what JSON cannot hold: `undefined`,
 * functions, symbols, BigInt, NaN, infinities, lone surrogates, cycles, and objects with a class of their own such as
 * Date and Map.
 */
export function canonicalForm(value: unknown): string {
  refuseWhatJsonCannotHold(value, new Set());
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("Not a JSON value");
  return text;
}

/** The library drops `undefined` members and writes a Map as `{}`: two different values would get one digest. */
function refuseWhatJsonCannotHold(value: unknown, above: Set<object>): void {
  if (value === null) return;
  const kind = typeof value;
  if (kind === "undefined" || kind === "function" || kind === "symbol" || kind === "bigint") {
    throw new TypeError(`JSON cannot hold a value of type ${kind}`);
  }
  if (typeof value !== "object" || value === null) return;
  if (above.has(value)) throw new TypeError("JSON cannot hold a cycle");
  above.add(value);
  for (const member of membersOf(value)) refuseWhatJsonCannotHold(member, above);
  above.delete(value);
}

function membersOf(value: object): Iterable<unknown> {
  if (Array.isArray(value)) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  const isPlain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!isPlain) throw new TypeError("JSON cannot hold an object with a class of its own");
  return Object.values(value);
}
