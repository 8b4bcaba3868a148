import "server-only";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";

/**
 * What a fetch may do. `allowedHosts` are "host:port" pairs that may be private and may use any port; `maxBytes` holds
 * for the wire and again for the decompressed body; `timeoutMs` for everything together.
 */
export type FetchPolicy = {
  readonly allowedHosts: readonly string[];
  readonly maxBytes: number;
  readonly timeoutMs: number;
};

export const defaultFetchPolicy: FetchPolicy = { allowedHosts: [], maxBytes: 50 * 1024 * 1024, timeoutMs: 20_000 };

/** Reads `STET_FETCH_ALLOW`, "host:port,host:port" (IPv6 in brackets). The error is a sentence for the operator. */
export function parseFetchAllow(setting: string | undefined): Result<readonly string[], string> {
  const hosts: string[] = [];
  for (const entry of (setting ?? "").split(",").map((part) => part.trim())) {
    if (entry === "") continue;
    const url = /^(?:[\p{L}\p{N}._-]+|\[[\dA-Fa-f:.]+\]):\d{1,5}$/u.test(entry) ? URL.parse(`http://${entry}/`) : null;
    if (url === null)
      return err(`STET_FETCH_ALLOW: "${entry}" is not of the form host:port, such as wiki.example:8080.`);
    hosts.push(hostAndPort(url));
  }
  return ok(hosts);
}

/** The form in which allowed hosts are compared: lower case, default ports written out. */
function hostAndPort(url: URL): string {
  return `${url.hostname}:${portOf(url)}`;
}

export function portOf(url: URL): number {
  if (url.port !== "") return Number(url.port);
  return url.protocol === "https:" ? 443 : 80;
}

export function isAllowedHost(url: URL, policy: FetchPolicy): boolean {
  return policy.allowedHosts.includes(hostAndPort(url));
}
