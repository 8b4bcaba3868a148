import type { MetadataRoute } from "next";

/** Machines read what the desk has opened, and nothing else; which of it they may list, each page says for itself. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: ["/r/", "/embed/", "/feeds/", "/s/", "/verify", "/.well-known/"], disallow: "/" },
  };
}
