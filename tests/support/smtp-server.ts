import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const line = z.union([z.object({ port: z.number() }), z.object({ to: z.array(z.string()), text: z.string() })]);

export type Taken = { readonly to: readonly string[]; readonly text: string };
/** A mail server in a process of its own; `letters` grows with what it took. */
export type SmtpServer = { readonly url: string; readonly letters: Taken[]; readonly stop: () => Promise<void> };

export async function startSmtpServer(): Promise<SmtpServer> {
  const program = fileURLToPath(new URL("./smtp-process.ts", import.meta.url));
  const server = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  const letters: Taken[] = [];
  const stop = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await ended;
  };
  const port = await new Promise<number>((resolve, reject) => {
    let rest = "";
    server.stdout.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString()).split("\n");
      rest = lines.pop() ?? "";
      for (const one of lines) {
        const said = line.parse(JSON.parse(one));
        if ("port" in said) resolve(said.port);
        else letters.push(said);
      }
    });
    server.once("exit", (code) => reject(new Error(`The mail server ended with ${code}.`)));
  });
  return { url: `smtp://127.0.0.1:${port}`, letters, stop };
}
