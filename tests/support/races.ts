/**
 * How often a race is run: `usual` times, or as often as `STET_RACES` says. What it takes grows with it, so a test that
 * runs races gives itself `timeout` milliseconds.
 */
export function races(usual: number): { readonly rounds: number; readonly timeout: number } {
  const asked = process.env.STET_RACES;
  const rounds = asked === undefined || asked === "" ? usual : Number(asked);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error("STET_RACES is a whole number from 1.");
  return { rounds, timeout: 60_000 + rounds * 3_000 };
}
