import "server-only";
import { lookup } from "node:dns/promises";
import ipaddr from "ipaddr.js";
import { buildConnector } from "undici";
import type { FetchPolicy } from "#lib/server/outside/fetch-policy.ts";
import { isAllowedHost } from "#lib/server/outside/fetch-policy.ts";
import { isPublicAddress, isSameAddress } from "#lib/server/outside/public-address.ts";

/** A host name into all its IP addresses. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

/** Thrown into the connection attempt when an address is not one that may be connected to. */
class RefusedAddress extends Error {}

const connectTimeoutMs = 5_000;

export const resolveBySystem: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true, order: "verbatim" })).map((found) => found.address);

type Road = { readonly policy: FetchPolicy; readonly resolve: Resolve; readonly signal: AbortSignal };
type Socket = NonNullable<Parameters<buildConnector.Callback>[1]>;

/**
 * An undici connector that resolves the host once, refuses if any of its addresses is not public, connects to exactly
 * one of those it checked, and looks again at what the socket is connected to. TLS still verifies the host's name.
 * The signal ends a look-up or a connection that takes too long.
 */
export function checkedConnector(road: Road): buildConnector.connector {
  const dial = buildConnector({ timeout: connectTimeoutMs, lookup: refuseLookup });
  const stopped = new Promise<never>((_, reject) => {
    road.signal.addEventListener("abort", () => reject(new Error("stopped")), { once: true });
  });
  stopped.catch(() => undefined); // The clock runs on after a fetch that ended in time.
  return (target, callback) => {
    Promise.race([connectChecked(target, road, dial), stopped]).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(error instanceof Error ? error : new Error("connection failed"), null),
    );
  };
}

async function connectChecked(
  target: buildConnector.Options,
  road: Road,
  dial: buildConnector.connector,
): Promise<Socket> {
  const url = new URL(`${target.protocol}//${target.hostname}${target.port === "" ? "" : `:${target.port}`}/`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = ipaddr.isValid(host) ? [host] : await road.resolve(host);
  const isChecked = addresses.length > 0 && (isAllowedHost(url, road.policy) || addresses.every(isPublicAddress));
  if (!isChecked) throw new RefusedAddress();
  let failure: unknown = new RefusedAddress();
  for (const address of addresses.slice(0, 3)) {
    if (road.signal.aborted) break;
    try {
      const socket = await dialOne({ ...target, hostname: address }, dial);
      const isAsDialled = isSameAddress(socket.remoteAddress ?? "", address);
      if (isAsDialled && !road.signal.aborted) return socket;
      socket.destroy();
      throw new RefusedAddress();
    } catch (error) {
      failure = error; // The next address may be reachable, as with IPv6 on a network that has none.
    }
  }
  throw failure;
}

function dialOne(target: buildConnector.Options, dial: buildConnector.connector): Promise<Socket> {
  return new Promise((resolve, reject) => {
    dial(target, (error, socket) => {
      // On failure undici passes no second argument at all, whatever its types say.
      if (socket) resolve(socket);
      else reject(error ?? new RefusedAddress());
    });
  });
}

/** Only addresses are dialled, so that a name to look up here would be one that nobody checked. */
function refuseLookup(
  _hostname: string,
  _options: unknown,
  callback: (error: Error, address: string, family: number) => void,
): void {
  callback(new RefusedAddress(), "", 4);
}
