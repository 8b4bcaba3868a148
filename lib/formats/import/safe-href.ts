const schemes = new Set(["http:", "https:", "mailto:"]);

/**
 * A link's target as an absolute http, https or mailto address, resolved against `base`; null for every other scheme,
 * for a relative one without a base, and for addresses that carry credentials or are longer than 2,048 characters.
 */
export function safeHref(href: string | null, base: string | null): string | null {
  if (href === null || href.trim() === "" || href.length > 2048) return null;
  const url = URL.parse(href, base ?? undefined);
  if (url === null || !schemes.has(url.protocol) || url.username !== "" || url.password !== "") return null;
  return url.href.length > 2048 ? null : url.href;
}
