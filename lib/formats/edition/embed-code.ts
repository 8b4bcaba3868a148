import { toHtml } from "hast-util-to-html";
import { h } from "hastscript";

/** How tall the frame is, in CSS pixels; a longer rationale scrolls in it. */
const height = 400;

/**
 * The HTML that shows a claim's embed in somebody else's page. It has no style and no script, so that a page with a strict
 * content security policy takes it as it is, once its `frame-src` allows the address's origin. Links open beside the page.
 */
export function embedCode({ address, title }: { readonly address: string; readonly title: string }): string {
  const frame = h("iframe", {
    src: address,
    title,
    width: "100%",
    height: String(height),
    loading: "lazy",
    referrerPolicy: "no-referrer",
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    frameBorder: "0",
  });
  return toHtml(frame);
}
