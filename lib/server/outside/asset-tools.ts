import "server-only";

/** What is configured: the path of a Chromium, and the address of a Save Page Now, which the page's own is written behind; null where there is none. */
export type AssetTools = { readonly chromium: string | null; readonly wayback: string | null };

/** The programs and services that make something beside a copy, as the environment names them. */
export function assetTools(): AssetTools {
  const { STET_CHROMIUM: chromium = "", STET_WAYBACK: wayback = "" } = process.env;
  return {
    chromium: chromium === "" ? null : chromium,
    wayback: wayback === "" ? null : wayback.replace(/(?<![/=])$/, "/"),
  };
}
