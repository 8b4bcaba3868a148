import { setImmediate } from "node:timers/promises";

/**
 * Runs what reads a PDF. On some damaged files the library leaves a promise of its own rejected with nobody listening,
 * which would end the process; those are let go, since the same damage is reported on the promises that are awaited.
 */
export async function lettingStraysGo<T>(work: () => Promise<T>): Promise<T> {
  process.on("unhandledRejection", letGo);
  try {
    return await work();
  } finally {
    await setImmediate(); // Strays are told of after the promises that are awaited.
    process.off("unhandledRejection", letGo);
  }
}

function letGo(reason: unknown): void {
  if (reason instanceof Error && reason.stack?.includes("pdf.worker") === true) return;
  const isOnlyListener = process.listeners("unhandledRejection").every((listener) => listener === letGo);
  if (isOnlyListener) throw reason; // Anybody else's: what Node does by itself.
}
