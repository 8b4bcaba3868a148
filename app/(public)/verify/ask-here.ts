/** The answer of an address of this server; null for any other address, and for what it does not give to everybody. */
export async function askHere(address: string, method: "GET" | "HEAD"): Promise<Response | null> {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.origin !== window.location.origin) return null;
  try {
    const answer = await fetch(url.href, { method, cache: "no-cache", credentials: "omit", redirect: "error" });
    return answer.ok ? answer : null;
  } catch {
    return null; // Offline: what needs the desk is said to be left.
  }
}
