import "server-only";

/** One line of JSON on standard error. What people wrote never goes into it, only where it happened and the error. */
export function log(where: string, error: unknown): void {
  const told =
    error instanceof Error
      ? { name: error.name, message: error.message, stack: error.stack }
      : { message: String(error) };
  console.error(JSON.stringify({ at: new Date().toISOString(), where, ...told }));
}
