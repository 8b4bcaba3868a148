import "server-only";
import ipaddr from "ipaddr.js";

type Headers = Readonly<Record<string, string | string[] | undefined>>;

export type Visitor = { readonly peer: string; readonly isLocal: boolean; readonly userAgent: string };

/**
 * Where a request comes from. The front door writes `x-stet-peer` from the socket over whatever the client sent; a
 * request that a proxy passed on, or that names another host than this machine, is not local.
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
  const forwarded = one("x-stet-forwarded") !== "" || one("forwarded") !== "" || one("x-real-ip") !== "";
  return {
    peer,
    isLocal: isLoopback(peer) && (host === "localhost" || isLoopback(host)) && !forwarded,
    userAgent: one("user-agent"),
  };
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";
}
