import { editionLimits } from "#lib/formats/proof/edition-limits.ts";

const { depth: mostDepth, values: mostValues, listed, members } = editionLimits;

/**
 * What a JSON text has more of than any edition, told without reading it: null where nothing. What stands in strings is
 * left out, and what is no JSON at all is for its reader to say.
 */
export function tooMuchIn(text: string): "depth" | "values" | null {
  // Of each bracket that is open: how many values may still follow a comma in it.
  const left = new Int32Array(mostDepth + 1);
  let [depth, values, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 0x5c) at++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x2c) {
      left[depth] = (left[depth] ?? 0) - 1;
      if (++values > mostValues || (depth > 0 && (left[depth] ?? 0) <= 0)) return "values";
    } else if (code === 0x5b || code === 0x7b) {
      if (++depth > mostDepth) return "depth";
      if (++values > mostValues) return "values";
      left[depth] = code === 0x5b ? listed : members;
    } else if (code === 0x5d || code === 0x7d) depth = Math.max(0, depth - 1);
  }
  return null;
}
