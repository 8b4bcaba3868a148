import { parentPort } from "node:worker_threads";
import { readDocument } from "#lib/formats/import/read-document.ts";

// Reads documents one after the other in a thread of its own, which whoever started it may end at any moment.

parentPort?.on("message", async (input: Parameters<typeof readDocument>[0]) => {
  parentPort?.postMessage(await readDocument(input));
});
