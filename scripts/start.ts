import { runDesk } from "./desk.ts";

/** `npm start`: the desk as people use it. */
await runDesk("production");
