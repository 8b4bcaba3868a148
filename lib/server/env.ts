import "server-only";

/** A setting that the program cannot run without. `scripts/start.ts` sets all of them; throws when one is missing. */
export function requireEnv(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "")
    throw new Error(`The setting ${name} is missing. Start Stet with npm start.`);
  return value;
}

/** The address people reach this desk at, without a trailing slash. */
export function baseUrl(): string {
  return requireEnv("STET_URL").replace(/\/+$/, "");
}
