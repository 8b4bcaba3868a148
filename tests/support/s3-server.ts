import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { S3Settings } from "#lib/server/outside/s3-settings.ts";

/** An S3 server in a process of its own; its objects lie below `folder`. */
export type S3Server = {
  readonly settings: S3Settings;
  readonly folder: string;
  readonly stop: () => Promise<void>;
};

/** Starts one on a free port, with an empty bucket named `copies`. */
export async function startS3Server(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), "stet-s3-"));
  const require = createRequire(import.meta.url);
  const program = [require.resolve("s3rver/bin/s3rver.js"), "--configure-bucket", "copies", "--no-vhost-buckets"];
  const server = spawn(process.execPath, [...program, "-d", folder, "-a", "127.0.0.1", "-p", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const port = await portOf(server);
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGKILL");
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const keys = { accessKeyId: "S3RVER", secretAccessKey: "S3RVER", region: "us-east-1" };
  const place = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: "copies",
    prefix: "desk/",
    addressing: "path",
  } as const;
  return { settings: { ...keys, ...place }, folder, stop };
}

function portOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const port = /listening on \S+:(\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(port);
    });
    server.once("exit", (code) => reject(new Error(`The S3 server ended (${code}): ${said}`)));
  });
}
