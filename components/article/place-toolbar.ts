import { footOfView, headOf } from "#components/article/keyboard-selection.ts";

const gap = 6;

/**
 * Puts the toolbar below the words; above them where the view ends first; at the foot of the view where they fill it. On
 * phones the style sheet fixes it to the foot.
 */
export function placeToolbar(toolbar: HTMLElement, words: Range): void {
  const galley = toolbar.closest(".galley");
  const lines = [...words.getClientRects()].filter(({ width }) => width > 0);
  const [first, last] = [lines[0], lines.at(-1)];
  if (galley === null || first === undefined || last === undefined) return;
  if (isFixed(toolbar)) {
    toolbar.style.removeProperty("translate");
    return;
  }
  const own = toolbar.getBoundingClientRect();
  const [head, foot] = [headOf(galley), footOfView()];
  const below = last.bottom + gap;
  const above = first.top - gap - own.height;
  const fits = below + own.height <= foot;
  const line = fits || above < head || first.top > foot ? last : first;
  const top = fits || first.top > foot ? below : above >= head ? above : foot - own.height - gap;
  const sheet = galley.getBoundingClientRect();
  const element = words.endContainer.parentElement ?? galley;
  const start = getComputedStyle(element).direction === "rtl" ? line.right - own.width : line.left;
  const left = Math.max(0, Math.min(start - sheet.left, sheet.width - own.width));
  toolbar.style.translate = `${left}px ${top - sheet.top}px`;
}

/** On phones: makes way for the end of the words when it is on screen and the toolbar would cover it. */
export function uncoverWords(toolbar: HTMLElement, words: Range): void {
  const last = [...words.getClientRects()].at(-1);
  if (!isFixed(toolbar) || last === undefined || last.top > innerHeight) return;
  const { top } = toolbar.getBoundingClientRect();
  if (last.bottom > top) scrollBy({ top: last.bottom - top + gap });
}

/** What the focus goes to after the toolbar: the first link or button of the article behind the words. */
export function focusableAfter(galley: Element, words: Range): HTMLElement | undefined {
  return [...galley.querySelectorAll<HTMLElement>("a[href], button, [tabindex='0']")].find(
    (element) => words.comparePoint(element, 0) > 0 && element.closest(".seltool") === null,
  );
}

function isFixed(toolbar: HTMLElement): boolean {
  return getComputedStyle(toolbar).position === "fixed";
}
