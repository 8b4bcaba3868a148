import "server-only";
import type { IncomingHttpHeaders } from "node:http";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** The names under which this server answers: host and port, as in a Host header, without the scheme's default port. */
export type Names = {
  /** The name in the address that people use, and that address's scheme (`https:`). */
  readonly canonical: string;
  readonly scheme: string;
  /** The names of the port itself, which speaks plain HTTP. */
  readonly own: ReadonlySet<string>;
  readonly local: boolean;
};

/** `local` when no public address was given: then only loopback names reach the server, and one of them is canonical. */
export function namesOf(options: { publicUrl: URL; local: boolean; host: string | undefined; port: number }): Names {
  const { publicUrl, local, host, port } = options;
  const own = [...loopbackNames, boundName(host) ?? "localhost"].map((name) => normalise(`${name}:${port}`, "http:"));
  const known = own.filter((name) => name !== undefined);
  return { canonical: publicUrl.host, scheme: publicUrl.protocol, own: new Set(known), local };
}

/** The name in an address for the interface that is listened on; nothing when it is every one, or the default. */
export function boundName(host: string | undefined): string | undefined {
  if (host === undefined || host === "0.0.0.0" || host === "::") return undefined;
  return host.includes(":") ? `[${host}]` : host;
}

/**
 * The Host header when it is one of the server's names, else nothing. A foreign name that leads here is how a web page
 * elsewhere reads a server on this machine (DNS rebinding).
 */
export function admittedHost(headers: IncomingHttpHeaders, names: Names): string | undefined {
  const said = headers.host ?? "";
  if (normalise(said, names.scheme) === names.canonical) return names.canonical;
  const host = normalise(said, "http:");
  return host !== undefined && names.own.has(host) ? host : undefined;
}

const forwarding = ["forwarded", "via", "x-forwarded-for", "x-real-ip"];

/**
 * The address at the other end of the connection. What a proxy passed on is `forwarded`, with the address that the
 * proxy itself added last where a public address says that there is a proxy to believe.
 */
export function peerOf(headers: IncomingHttpHeaders, remoteAddress: string | undefined, names: Names): string {
  if (forwarding.some((name) => headers[name] !== undefined)) {
    const last =
      String(headers["x-forwarded-for"] ?? "")
        .split(",")
        .at(-1)
        ?.trim() ?? "";
    return names.local || !/^[0-9a-f.:]+$/i.test(last) ? "forwarded" : `forwarded ${last}`;
  }
  return (remoteAddress ?? "").replace(/^::ffff:/i, "");
}

/**
 * Rewrites the request's headers in place: what only this server may say is removed or overwritten, and the forwarded
 * host, which Next compares with a Server Action's Origin, is always one of the server's names.
 */
export function rewriteHeaders(
  headers: IncomingHttpHeaders,
  visitor: { readonly host: string; readonly peer: string; readonly policy: string; readonly names: Names },
): void {
  const { host, peer, policy, names } = visitor;
  const said = headers["x-forwarded-host"];
  const forwardedHost = !names.local && said === names.canonical ? names.canonical : host;
  for (const name of Object.keys(headers)) {
    const reserved = /^x-(stet|middleware|invoke|nonce)(-|$)/.test(name) || name.startsWith("content-security-policy");
    // Without a public address there is no proxy to believe.
    if (reserved || (names.local && name.startsWith("x-forwarded-"))) delete headers[name];
  }
  headers["x-stet-peer"] = peer;
  headers["x-forwarded-host"] = forwardedHost;
  headers["content-security-policy"] = policy;
}

function normalise(host: string, protocol: string): string | undefined {
  if (!/^[a-z0-9.\-[\]:]+$/i.test(host)) return undefined;
  return URL.parse(`${protocol}//${host}`)?.host;
}
