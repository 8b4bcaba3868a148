import type { Anchored } from "#components/thread/thread-context.ts";

type Hung = Anchored & { readonly id: string };

/** The thread that the reader came from, so that the same key leads back to it. */
let cameFrom: string | null = null;

/** The element that a thread hangs on: the claim's number in the text, or its words on the review page. */
function anchorElement(claimId: string, { anchor, anchorId }: Anchored): HTMLElement | null {
  switch (anchor) {
    case "claim":
      return document.getElementById(`claim-${claimId}`) ?? document.getElementById("claim-in-place");
    case "evidence":
      return document.getElementById(`evidence-${anchorId}`);
    case "passage":
      return document.querySelector<HTMLElement>(`#${CSS.escape(`evidence-${anchorId}`)} blockquote`);
    case "verdict":
      return document.getElementById(`revision-${anchorId}`);
  }
}

/** Shows what a thread hangs on, marks it and puts the focus there. */
export function goToAnchor(claimId: string, thread: Hung): boolean {
  const place = anchorElement(claimId, thread);
  if (place === null) return false;
  cameFrom = thread.id;
  for (const folded of foldsAround(place)) folded.open = true;
  for (const lit of document.querySelectorAll("[data-lit]")) lit.removeAttribute("data-lit");
  place.setAttribute("data-lit", "");
  focusAt(place);
  return true;
}

export function goToThread(id: string): boolean {
  const place = document.getElementById(`thread-${id}`);
  if (place === null) return false;
  for (const folded of foldsAround(place)) folded.open = true;
  focusAt(place);
  return true;
}

/** From a thread to what it hangs on, from there back, and from anywhere else to the first thread. */
export function jump(claimId: string, threads: readonly Hung[]): boolean {
  const at = document.activeElement;
  const own = at?.closest<HTMLElement>("[data-thread]")?.dataset.thread;
  const from = threads.find(({ id }) => id === own);
  if (from !== undefined) return goToAnchor(claimId, from);
  const here = threads.filter((thread) => anchorElement(claimId, thread)?.contains(at) === true);
  const nearest = here.find(({ id }) => id === cameFrom) ?? here.find(({ anchor }) => anchor === "passage") ?? here[0];
  const next = nearest ?? threads[0];
  return next !== undefined && goToThread(next.id);
}

function focusAt(place: HTMLElement): void {
  if (place.tabIndex < 0 && !place.hasAttribute("tabindex")) place.tabIndex = -1;
  place.focus({ preventScroll: true });
  const quick = matchMedia("(prefers-reduced-motion: reduce)").matches;
  place.scrollIntoView({ block: "center", behavior: quick ? "auto" : "smooth" });
}

function foldsAround(place: HTMLElement): HTMLDetailsElement[] {
  const folds: HTMLDetailsElement[] = [];
  for (let fold = place.closest("details"); fold !== null; fold = fold.parentElement?.closest("details") ?? null)
    folds.push(fold);
  return folds;
}
