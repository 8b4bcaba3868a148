import { parentPort } from "node:worker_threads";
import { type WritingWork, written } from "#lib/formats/edition/writing-work.ts";

// Writes editions one after the other in a thread of its own, which whoever started it may end at any moment.

parentPort?.on("message", async (work: WritingWork) => parentPort?.postMessage(await written(work)));
