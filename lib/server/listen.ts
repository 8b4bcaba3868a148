import "server-only";
import type { Server } from "node:net";
import { errorCode } from "#lib/server/pid-lock.js";
import { StartupProblem } from "#lib/server/startup-problem.ts";

/** How many ports above the wanted one are tried. */
const reach = 50;

/**
 * Binds servers to the wanted port, or to the next free one. Without a host, both loopback addresses are taken, so that
 * no other program can answer to `localhost` on that port.
 */
export async function listen<S extends Server>(options: {
  create: () => S;
  host: string | undefined;
  port: number;
  log: (line: string) => void;
}): Promise<{ servers: S[]; port: number }> {
  const { create, host, port: wanted, log } = options;
  for (let candidate = wanted; candidate <= wanted + reach; candidate += 1) {
    const first = await bind(create(), host ?? "127.0.0.1", candidate);
    if (typeof first === "string") continue;
    const port = portOf(first);
    const second = host === undefined ? await bind(create(), "::1", port) : "absent";
    if (second === "busy") {
      first.close();
      continue;
    }
    if (wanted !== 0 && port !== wanted) {
      log(`Port ${wanted} is used by another program, maybe another copy of Stet: this one is on ${port}.`);
    }
    return { servers: second === "absent" ? [first] : [first, second], port };
  }
  throw new StartupProblem(`Ports ${wanted} to ${wanted + reach} are all in use. Set PORT to a free one.`);
}

/** The server, listening, unless the port is in use or, for the second address, the machine has no IPv6. */
function bind<S extends Server>(server: S, host: string, port: number): Promise<S | "busy" | "absent"> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const code = errorCode(error);
      if (code === "EADDRINUSE") resolve("busy");
      else if (host === "::1" && (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT")) resolve("absent");
      else reject(new StartupProblem(`Cannot listen on ${host}, port ${port}: ${error.message}. Set HOST or PORT.`));
    });
    server.listen({ host, port }, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("a listening TCP server has an address");
  return address.port;
}
