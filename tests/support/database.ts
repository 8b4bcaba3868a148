import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import { cloneTemplate, type TestDatabase } from "#tests/support/cluster.ts";

/** A migrated, empty database of its own for a test file: call it in `beforeAll`, and `drop` in `afterAll`. */
export function testDatabase(): Promise<TestDatabase> {
  return cloneTemplate(inject("cluster"), `stet_test_${randomUUID().replaceAll("-", "")}`);
}
