/** How long after the first request to stop another one means "at once". npm passes the same Ctrl-C on several times. */
const impatience = 1_500;

/**
 * `stopped` resolves when the process is asked to stop: Ctrl-C, SIGTERM, or the terminal's end. A second Ctrl-C ends it
 * at once; an embedded Postgres is then left running, and the next start takes it over.
 */
export function whenAsked(): { readonly stopped: Promise<void>; readonly signal: AbortSignal } {
  const controller = new AbortController();
  const stopped = new Promise<void>((resolve) => {
    let first = 0;
    const ask = () => {
      if (first !== 0 && Date.now() - first > impatience) process.exit(130);
      if (first === 0) first = Date.now();
      controller.abort();
      resolve();
    };
    process.on("SIGINT", ask);
    process.on("SIGTERM", ask);
    // Node takes back what `nohup` arranged. Whoever sends the output to a file means the desk to outlive the terminal.
    const attached = process.stdout.isTTY;
    process.on("SIGHUP", () => {
      if (attached) ask();
    });
  });
  keepRunning();
  return { stopped, signal: controller.signal };
}

/** One failed request or a closed output must not take the desk from everyone else; `next start` does the same. */
function keepRunning(): void {
  process.stdout.on("error", () => {});
  process.stderr.on("error", () => {});
  const report = (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  };
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}
