import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createViteServer } from "vitest/node";

export type Site = {
  readonly url: string;
  /** Serves a page with this markup under `path`, in the product's own style. */
  readonly page: (path: string, markup: string) => void;
  readonly close: () => Promise<void>;
};

const project = fileURLToPath(new URL("../..", import.meta.url));

/** The bench's pages and the product's own modules and style sheet, on a port of this machine; React's production build. */
export async function openSite(): Promise<Site> {
  Object.assign(process.env, { NODE_ENV: "production" });
  const pages = new Map<string, string>();
  const cacheDir = mkdtempSync(join(tmpdir(), "stet-drawing-"));
  const server = await createViteServer({
    root: project,
    configFile: false,
    mode: "production",
    logLevel: "error",
    cacheDir,
    appType: "custom",
    server: { host: "127.0.0.1", port: 0, hmr: false, watch: null },
    oxc: { jsx: { runtime: "automatic", development: false } },
    optimizeDeps: {
      entries: [],
      include: ["react", "react/jsx-runtime", "react-dom", "react-dom/client", "react-dom/server", recogito],
    },
    plugins: [
      {
        name: "pages",
        configureServer: ({ middlewares }) => {
          middlewares.use((request, response, next) => {
            const page = pages.get(request.url ?? "");
            if (page === undefined) return next();
            response.setHeader("content-type", "text/html; charset=utf-8");
            response.end(page);
          });
        },
      },
    ],
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (address === null || address === undefined || typeof address === "string") throw new Error("No port.");
  return {
    url: `http://127.0.0.1:${address.port}`,
    page: (path, markup) => {
      pages.set(path, `${head}<div id="root">${markup}</div></body></html>`);
    },
    close: async () => {
      await server.close();
      rmSync(cacheDir, { recursive: true, force: true });
    },
  };
}

const recogito = "@recogito/text-annotator";

const head =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Drawing</title>' +
  '<link rel="stylesheet" href="/app/globals.css?direct"></head><body>';
