/** The claim whose number has the focus. */
export function focusedClaim(): string | null {
  const mark = document.activeElement?.matches(".n") ? document.activeElement.closest<HTMLElement>(".claim") : null;
  return mark?.dataset.claim ?? null;
}

/** Moves focus to the number of the next or previous claim shown, from the focus, the open claim, or what is on screen. */
export function moveToClaim(step: "next" | "previous", openId: string | null): boolean {
  const numbers = [...document.querySelectorAll<HTMLElement>(".galley .n")];
  const active = document.activeElement;
  const from = active instanceof HTMLElement ? numbers.indexOf(active) : -1;
  const open = from === -1 ? numbers.findIndex((number) => number.id === `claim-${openId}`) : from;
  const first = open === -1 ? firstOnScreen(numbers) : open + (step === "next" ? 1 : -1);
  const by = open !== -1 && step === "previous" ? -1 : 1;
  for (let at = first; ; at += by) {
    const number = numbers[at];
    if (number === undefined) return false;
    if (!isShown(number)) continue;
    number.focus();
    return true;
  }
}

/** Numbers stand in the order of the text. Only a few are measured: most chunks are not laid out. */
function firstOnScreen(numbers: readonly HTMLElement[]): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const chunk = numbers[middle]?.closest(".chunk");
    if (chunk != null && chunk.getBoundingClientRect().bottom < 0) low = middle + 1;
    else high = middle;
  }
  while (low < numbers.length && (numbers[low]?.getBoundingClientRect().top ?? 0) < 0) low += 1;
  return low;
}

/** Not a withdrawn claim, and not one that the tally's choice leaves out. Asks for no layout. */
function isShown(number: HTMLElement): boolean {
  const mark = number.closest<HTMLElement>(".claim");
  const only = number.closest<HTMLElement>("[data-only]")?.dataset.only;
  const state = mark?.dataset.state;
  if (only !== undefined) return state === only;
  return state !== "withdrawn" || mark?.hasAttribute("aria-current") === true;
}

/** Esc in the panel: back to the number of its claim. Menus, dialogs and lists keep Esc for themselves. */
export function returnToText(event: KeyboardEvent, openId: string | null): boolean {
  if (!(event.target instanceof Element) || event.target.closest("dialog, [popover], [aria-expanded=true]") !== null)
    return false;
  if (event.target.closest(".panel") === null) return false;
  return focusText(openId);
}

/** F6: from the text to the panel and back. */
export function switchRegion(): boolean {
  const panel = document.querySelector<HTMLElement>(".panel");
  if (panel === null || panel.contains(document.activeElement)) return focusText(panel?.dataset.claim ?? null);
  panel.focus({ preventScroll: true });
  return true;
}

function focusText(openId: string | null): boolean {
  const place = document.getElementById(`claim-${openId}`) ?? document.querySelector<HTMLElement>(".galley");
  place?.focus();
  return place !== null;
}
