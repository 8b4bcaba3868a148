import { describe, expect, test } from "vitest";
import { annotationStatement } from "#lib/formats/annotations/annotation-statement.ts";

describe("what an annotation says", () => {
  const body = (text: string, purpose: string | null = null) => ({ text, purpose });

  test.each([
    ["its first comment", [body("a", "tagging"), body("b"), body("c", "commenting"), body("d", "commenting")], "c"],
    ["a description", [body("b", "describing")], "b"],
    ["else its first text", [body("a", "tagging"), body("  b\r\n"), body("c")], "b"],
    ["never a tag", [body("a", "tagging"), body("b", "classifying")], ""],
    ["nothing", [], ""],
    ["without what no text can hold", [body("a\u0000b\ud800")], "ab\ufffd"],
  ])("%s", (_, bodies, statement) => {
    expect(annotationStatement(bodies)).toBe(statement);
  });

  test("is cut to what a statement holds, between characters", () => {
    const long = annotationStatement([body("🚢".repeat(1500))]);
    expect(long.length).toBeLessThanOrEqual(2000);
    expect(long.isWellFormed()).toBe(true);
    expect(long.endsWith("🚢…")).toBe(true);
  });
});
