import { runDesk } from "./desk.ts";

/** `npm run dev`: the same desk, with the pages built when they are asked for and again when their source changes. */
await runDesk("development");
