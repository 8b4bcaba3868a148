import type { BodyFacts } from "#lib/formats/import/pdf/body-facts.ts";
import { endsSentence, isBroken } from "#lib/formats/import/pdf/line-ends.ts";
import type { LineGroup } from "#lib/formats/import/pdf/line-groups.ts";
import { sameSize } from "#lib/formats/import/pdf/line-groups.ts";

/** Whether a paragraph at the bottom of a column goes on at the top of the next. */
export function goesOn(last: LineGroup, next: LineGroup, facts: BodyFacts): boolean {
  const before = last.lines.at(-1);
  const first = next.lines[0];
  if (before === undefined || first === undefined) return false;
  if (!sameSize(before, first) || before.mono !== first.mono || before.bold !== first.bold) return false;
  if (isBroken(before.text) && /^\p{L}/u.test(first.text)) return true;
  if (!endsSentence(before.text)) return /^[\p{Ll}\p{Lo}\p{N}("“„«]/u.test(first.text) || room(last) < 0.3;
  const isIndented = first.rtl ? next.right - first.right > first.size * 0.5 : first.x - next.left > first.size * 0.5;
  return facts.indents && !isIndented && room(last) < 0.04;
}

/** The share of its column that a group's last line leaves free at its end. */
function room({ lines, left, right }: LineGroup): number {
  const line = lines.at(-1);
  if (line === undefined || right <= left) return 1;
  return (line.rtl ? line.x - left : right - line.right) / (right - left);
}
