import "server-only";
import ipaddr from "ipaddr.js";
import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { requireEnv } from "#lib/server/env.ts";

const window = 15 * 60;
const perAccount = 10;
const perNetwork = 50;

let pool: Pool | undefined;

function limiter(keyPrefix: string, points: number): RateLimiterPostgres {
  pool ??= new Pool({ connectionString: requireEnv("DATABASE_URL"), max: 2 });
  return new RateLimiterPostgres({
    storeClient: pool,
    tableName: "SignInAttempt",
    tableCreated: true,
    keyPrefix,
    points,
    duration: window,
  });
}

/** Whether one more attempt is allowed: ten per account and fifty per network (a /64 of IPv6) in a quarter of an hour. */
export async function admitSignIn({ account, peer }: { account: string; peer: string }): Promise<boolean> {
  const keys = [
    limiter("account", perAccount).consume(account.slice(0, 200)),
    limiter("network", perNetwork).consume(networkOf(peer)),
  ];
  const results = await Promise.allSettled(keys);
  for (const result of results) {
    if (result.status === "rejected" && !(result.reason instanceof RateLimiterRes)) throw result.reason;
  }
  return results.every((result) => result.status === "fulfilled");
}

/** An address, or for IPv6 the network of its first 64 bits, which one household or server holds whole. */
function networkOf(peer: string): string {
  const bare = peer.replace(/^forwarded /, "");
  if (!ipaddr.isValid(bare)) return "unknown";
  const address = ipaddr.process(bare);
  if (address.kind() === "ipv4") return address.toString();
  return `${address.toByteArray().slice(0, 8).join(".")}/64`;
}
