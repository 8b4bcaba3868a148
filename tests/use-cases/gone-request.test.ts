import { expect, test, vi } from "vitest";
import { guarded } from "#lib/server/route.ts";

const answerTo = async (error: Error) => {
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  const { status } = await guarded("api", () => Promise.reject(error));
  const lines = said.mock.calls.length;
  said.mockRestore();
  return { status, lines };
};

test("a browser that went away in the middle of its request is no bug of ours; anything else is logged once", async () => {
  const reset = { code: "ECONNRESET" };
  expect(await answerTo(Object.assign(new Error("aborted"), reset))).toEqual({ status: 400, lines: 0 });
  expect(await answerTo(Object.assign(new Error("read ECONNRESET"), reset))).toEqual({ status: 500, lines: 1 });
  expect(await answerTo(new Error("aborted"))).toEqual({ status: 500, lines: 1 });
});
