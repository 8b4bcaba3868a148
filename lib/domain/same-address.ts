const tracking =
  /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_cid|mc_eid|amp|outputtype|cmpid|at_medium|at_campaign)$/i;

/**
 * What two addresses of the same page have in common: without scheme, www, mobile and AMP forms, trailing slash,
 * tracking parameters and fragment; the other parameters in order. Null for what is no http or https address.
 */
export function comparableAddress(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) return null;
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const query = url.searchParams.toString();
  const path = url.pathname.replace(/\/+$/, "").replace(/\/amp$|\.amp(?=\.html?$)/, "");
  return `${comparableHost(url)}${path}${query === "" ? "" : `?${query}`}`;
}

/** The host with its port, without the names under which sites serve the same pages again. */
export function comparableHost({ host }: URL): string {
  const short = host.replace(/^(?:(?:www|m|mobile|amp)\.)+/, "");
  return short.includes(".") ? short : host;
}
