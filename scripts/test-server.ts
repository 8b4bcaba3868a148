/** `npm start` for the journeys: it stops when its stdin ends, so that it never outlives the tests. */
process.stdin.resume().once("close", () => process.kill(process.pid, "SIGTERM"));
await import("./start.ts");

export {};
