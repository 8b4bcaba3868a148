import { fromHtml } from "hast-util-from-html";
import { describe, expect, test } from "vitest";
import { embedCode } from "#lib/formats/edition/embed-code.ts";

const address = "https://desk.example/embed/one/two";

/** The one element that the code is, as a browser reads it. */
function read(code: string) {
  const { children } = fromHtml(code, { fragment: true });
  const [element] = children;
  if (children.length !== 1 || element?.type !== "element") throw new Error(`Not one element: ${code}`);
  return element;
}

describe("the code that embeds a claim", () => {
  test("is a frame with an address and a name, without script or style", () => {
    const { tagName, properties, children } = read(embedCode({ address, title: "It lost 1.9 million" }));
    expect([tagName, properties.src, properties.title, children]).toEqual([
      "iframe",
      address,
      "It lost 1.9 million",
      [],
    ]);
    expect(Object.keys(properties).filter((name) => /^(on|style|srcDoc|allow)$|^on/.test(name))).toEqual([]);
    expect(properties.sandbox).toEqual(["allow-popups", "allow-popups-to-escape-sandbox"]);
  });

  test.each([
    'He said "two boats" & left',
    '"><script>alert(1)</script>',
    "'><img src=x onerror=alert(1)>",
    "line\nline",
    "\u202Eright to left 😀",
  ])("reads its name back whatever stands in it: %j", (title) => {
    expect(read(embedCode({ address, title })).properties.title).toBe(title);
  });
});
