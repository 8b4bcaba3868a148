import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "#tests/support/cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    cluster: Cluster;
  }
}

/** Uses the cluster that `npm test` has started, or starts one when vitest is run by itself. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const ownerUrl = process.env.STET_TEST_OWNER_URL;
  const appUrl = process.env.STET_TEST_APP_URL;
  if (ownerUrl !== undefined && appUrl !== undefined) {
    project.provide("cluster", { ownerUrl, appUrl });
    return async () => {};
  }
  const cluster = await startCluster();
  project.provide("cluster", { ownerUrl: cluster.ownerUrl, appUrl: cluster.appUrl });
  return cluster.stop;
}
