import "server-only";
import ipaddr from "ipaddr.js";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export type Visitor = { readonly peer: string; readonly isLocal: boolean; readonly userAgent: string };

/**
 * Where a request comes from. The front door writes `x-stet-peer` over whatever the client sent: the socket's address,
 * or "forwarded" for what a proxy passed on. A request that names another host than this machine is not local either.
 */
export function visitorOf(headers: Headers): Visitor {
  const one = (name: string) => {
    const value = headers[name];
    return typeof value === "string" ? value : "";
  };
  const peer = one("x-stet-peer");
  const host = one("host")
    .replace(/:\d+$/, "")
    .replace(/^\[|\]$/g, "");
  return {
    peer,
    isLocal: isLoopback(peer) && (host === "localhost" || isLoopback(host)),
    userAgent: one("user-agent"),
  };
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
