import { once } from "node:events";
import { createServer } from "node:net";

/** Addresses of this machine, "127.0.0.1:port", at which nothing listens now; nobody is kept from taking them. */
export async function freeAddresses(count: number): Promise<string[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, "127.0.0.1"));
  const addresses: string[] = [];
  for (const server of servers) {
    if (!server.listening) await once(server, "listening");
    const at = server.address();
    if (typeof at === "object" && at !== null) addresses.push(`127.0.0.1:${at.port}`);
  }
  for (const server of servers) server.close();
  return addresses;
}
