import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Command } from "commander";
import { type BlobStore, blobFolder } from "#lib/server/outside/blob-store.ts";
import { type KeptBlob, keptBlobs } from "#lib/server/queries/kept-blobs.ts";
import { Refused } from "./answer.ts";
import { outside, withDesk } from "./run.ts";

type Options = { json?: true };
/** What is said at the end, and what is done with each blob that is whole. */
type Walk = { readonly json: boolean; readonly said: string; readonly keep: (bytes: Uint8Array) => Promise<unknown> };

const explained = `
Reads every byte that a version, a kept copy, a picture of one or an attachment points at, in every desk. With --json, one
line for each fault: { "sha256", "state": "missing" | "damaged", "kind", "deskId", "id" }
Ends with 1 when something is missing or damaged, or when the store cannot be reached.`;

export function addBlobsCommand(program: Command): void {
  const blobs = program.command("blobs").description("the bytes that are kept: originals, copies, attachments");
  blobs
    .command("verify")
    .description("read everything that is kept and compare it with its SHA-256")
    .option("--json", "print a line of JSON for each fault")
    .addHelpText("after", explained)
    .action((options: Options) => walk(outside().blobs, { ...plain(options), said: "read", keep: async () => {} }));
  blobs
    .command("copy <folder>")
    .description("copy what is kept in a folder to the store that is set; what is there already stays")
    .option("--json", "print a line of JSON for each fault")
    .action(async (folder: string, options: Options) => {
      const path = resolve(folder);
      if (!(await stat(path).catch(() => null))?.isDirectory()) throw new Refused(`There is no folder ${path}.`);
      const { put } = outside().blobs;
      await walk(blobFolder(path), { ...plain(options), said: "copied", keep: put });
    });
}

const plain = ({ json }: Options) => ({ json: json === true });

/** One line for each fault as it is found, the progress on standard error, and the sum at the end. */
async function walk(from: BlobStore, { json, said, keep }: Walk): Promise<void> {
  await withDesk(async ({ db }) => {
    let done = 0;
    let faults = 0;
    for await (const blob of keptBlobs(db, from)) {
      done += 1;
      if (typeof blob.bytes === "string") {
        faults += 1;
        process.stdout.write(`${json ? jsonOf(blob) : `${blob.sha256} is ${blob.bytes}: ${blob.kind} ${blob.id}`}\n`);
      } else await keep(blob.bytes);
      if (process.stderr.isTTY && done % 50 === 0) process.stderr.write(`\r${done} ${said}`);
    }
    const sum = `${done} ${said}, ${faults} missing or damaged`;
    process.stderr.write(`${process.stderr.isTTY ? "\r" : ""}${json ? `${sum}\n` : ""}`);
    if (!json) process.stdout.write(`${sum}\n`);
    if (faults > 0) process.exitCode = 1;
  });
}

function jsonOf({ bytes: state, sha256, kind, deskId, id }: KeptBlob): string {
  return JSON.stringify({ sha256, state, kind, deskId, id });
}
