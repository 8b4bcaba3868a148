import { performance } from "node:perf_hooks";

const width = 14;

/** A line for whoever started the program. A closed output is no reason to stop. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Does one step and prints one line for it: its name, what came of it, and the seconds it took. */
export async function step<T>(name: string, work: () => Promise<{ value: T; outcome: string }>): Promise<T> {
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`${name.padEnd(width)}…`);
  const began = performance.now();
  const clear = live ? "\r\u001b[K" : "";
  try {
    const { value, outcome } = await work();
    say(`${clear}${name.padEnd(width)}${outcome}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
    return value;
  } catch (error) {
    say(`${clear}${name.padEnd(width)}failed`);
    throw error;
  }
}
