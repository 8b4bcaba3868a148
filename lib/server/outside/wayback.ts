import "server-only";
import ipaddr from "ipaddr.js";
import type { Result } from "#lib/domain/result.ts";
import { err, ok } from "#lib/domain/result.ts";
import { type FetchPolicy, isAllowedHost, portOf } from "#lib/server/outside/fetch-policy.ts";
import type { FetchProblem } from "#lib/server/outside/fetch-problem.ts";
import { guardedFetch } from "#lib/server/outside/guarded-fetch.ts";

/** An archive visits the page before it answers. */
const patienceMs = 90_000;

type Road = { readonly endpoint: string; readonly policy: FetchPolicy; readonly signal: AbortSignal };

/**
 * Asks an archive to keep a public address, as the Wayback Machine's Save Page Now does it: the address is written
 * behind the endpoint's. The address of the archive's copy, or `bad-answer` when the archive names none. One try.
 */
export async function submitToWayback(address: string, road: Road): Promise<Result<string, FetchProblem>> {
  const { endpoint, policy, signal } = road;
  const asked = `${endpoint}${address}`;
  const patient = { ...policy, timeoutMs: patienceMs };
  const answer = await guardedFetch(asked, patient, { signal, wants: "anything" });
  if (!answer.ok) return answer;
  const { finalAddress, headers } = answer.value;
  const named = ["content-location", "location"].map(
    (name) => headers.find(([known]) => known.toLowerCase() === name)?.[1],
  );
  const told = named.find((value) => value !== undefined && value !== "") ?? finalAddress;
  const kept = URL.parse(told, finalAddress);
  const isCopy = kept !== null && kept.host === new URL(endpoint).host && kept.href !== new URL(asked).href;
  return isCopy ? ok(kept.href) : err({ kind: "bad-answer" });
}

/** Whether an archive outside may be told of an address: one that everybody can reach, and none inside the network. */
export function mayTellOutside(address: string, policy: FetchPolicy): boolean {
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return false;
  if (isAllowedHost(url, policy) || ipaddr.isValid(url.hostname.replace(/^\[|\]$/g, ""))) return false;
  return portOf(url) === (url.protocol === "https:" ? 443 : 80) && url.hostname.includes(".");
}
