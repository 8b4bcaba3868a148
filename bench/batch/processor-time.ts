import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Db } from "#lib/server/db/client.ts";

/** Milliseconds of processor time until now: of this thread, of this process's others, and of Postgres. */
export type ProcessorTime = { readonly main: number; readonly threads: number; readonly postgres: number };

export const noTime: ProcessorTime = { main: 0, threads: 0, postgres: 0 };

/** Where the processor's time goes. Postgres is read from /proc, so it is 0 outside Linux, and on another machine. */
export async function processorTime(db: Db): Promise<ProcessorTime> {
  const whole = process.cpuUsage();
  const own = process.threadCpuUsage();
  const main = (own.user + own.system) / 1000;
  return { main, threads: (whole.user + whole.system) / 1000 - main, postgres: await postgresTime(db) };
}

export function since(before: ProcessorTime, after: ProcessorTime): ProcessorTime {
  return {
    main: after.main - before.main,
    threads: after.threads - before.threads,
    postgres: after.postgres - before.postgres,
  };
}

export function sum(one: ProcessorTime, other: ProcessorTime): ProcessorTime {
  return {
    main: one.main + other.main,
    threads: one.threads + other.threads,
    postgres: one.postgres + other.postgres,
  };
}

/** Of Postgres's first process and its children, those included that have ended. */
async function postgresTime(db: Db): Promise<number> {
  if (process.platform !== "linux") return 0;
  const [session] = z.array(z.object({ pid: z.number() })).parse(await db.$queryRaw`SELECT pg_backend_pid() AS pid`);
  const postmaster = statOf(session?.pid ?? 0)?.parent;
  if (postmaster === undefined) return 0;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids
    .map((pid) => statOf(Number(pid)))
    .filter((stat) => stat?.parent === postmaster)
    .reduce((total, stat) => total + (stat?.milliseconds ?? 0), statOf(postmaster)?.withEnded ?? 0);
}

/** Linux counts in hundredths of a second; the fields after the name in parentheses are those of proc(5), from 3 on. */
function statOf(pid: number): { parent: number; milliseconds: number; withEnded: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = (...places: number[]) => places.reduce((total, place) => total + Number(fields[place]), 0) * 10;
    return { parent: Number(fields[1]), milliseconds: ticks(11, 12), withEnded: ticks(11, 12, 13, 14) };
  } catch {
    // It ended between the list and the look.
    return undefined;
  }
}
