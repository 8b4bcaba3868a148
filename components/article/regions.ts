/** The claim whose number has the focus. */
export function focusedClaim(): string | null {
  const mark = document.activeElement?.matches(".n") ? document.activeElement.closest<HTMLElement>(".claim") : null;
  return mark?.dataset.claim ?? null;
}

/** Moves focus to the number of the next or previous claim shown, from the focus, the open claim, or what is on screen. */
export function moveToClaim(step: "next" | "previous", openId: string | null): boolean {
  const numbers = [...document.querySelectorAll<HTMLElement>(".galley .n")].filter(isShown);
  const active = document.activeElement;
  const from = active instanceof HTMLElement ? numbers.indexOf(active) : -1;
  const open = from === -1 ? numbers.findIndex((number) => number.id === `claim-${openId}`) : from;
  const target = step === "next" ? numbers[open + 1] : numbers[open - 1];
  const onScreen = numbers.find((number) => number.getBoundingClientRect().top >= 0);
  const number = open === -1 ? onScreen : target;
  number?.focus();
  return number !== undefined;
}

/** Not a withdrawn claim, and not one that the tally's choice leaves out. */
function isShown(number: HTMLElement): boolean {
  if (number.getClientRects().length === 0) return false;
  const mark = number.closest(".claim");
  return number.closest(".galley[data-only]") === null || mark?.hasAttribute("data-shown") === true;
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
