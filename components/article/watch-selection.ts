import { choose, isSelectedByUs, readChosen } from "#components/article/chosen-words.ts";
import { ShownText } from "#components/article/dom-text.ts";

/** Long enough for a finger that still pulls the handles, short enough to feel at once. */
const settle = 200;
/** How long after a press or a key the end of a selection is taken for what was meant. */
const meant = 600;

export type SelectionWatch = {
  /** Looks at this very moment, for a key that comes before the page has noticed. */
  readonly look: () => void;
  readonly stop: () => void;
};

/**
 * Chooses what is selected in the galley, however it was selected. A mouse or pen has chosen when it is let go; a finger
 * when its handles have been still for a moment, for iOS sends no event while they are pulled and Android none after its
 * long press but the context menu. A selection that ends without a press or key beside it was not given up: phones end
 * it when a button is tapped, and so does text that is drawn again under it.
 */
export function watchSelection(galley: HTMLElement): SelectionWatch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pressed = false;
  let touches = false;
  let acted = Number.NEGATIVE_INFINITY;
  const look = () => {
    clearTimeout(timer);
    const selection = document.getSelection();
    const here = selection?.isCollapsed === false && selection.containsNode(galley, true) ? selection : null;
    if (pressed) choose(null, null);
    else if (here !== null) read(galley, here.getRangeAt(0));
    else if (readChosen() !== null && (performance.now() - acted < meant || isElsewhere(galley, selection)))
      choose(null, null);
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(look);
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(look, touches ? settle : 0);
  };
  const act = (event: Event) => {
    if (!isTool(event.target)) acted = performance.now();
  };
  const down = (event: PointerEvent) => {
    if (isTool(event.target)) return;
    touches = event.pointerType === "touch";
    pressed = !touches && event.button === 0;
    if (!touches) act(event);
  };
  const up = (event: PointerEvent) => {
    pressed = false;
    act(event);
    later();
  };
  // A finger that scrolls gives nothing up.
  const cancel = () => {
    pressed = false;
    later();
  };
  const key = (event: KeyboardEvent) => {
    if (/^(?:Arrow|Home|End|Page|F7)/.test(event.key)) act(event);
  };
  const stopping = new AbortController();
  const { signal } = stopping;
  document.addEventListener("selectionchange", later, { signal });
  document.addEventListener("pointerdown", down, { signal });
  document.addEventListener("pointerup", up, { signal });
  document.addEventListener("pointercancel", cancel, { signal });
  document.addEventListener("touchend", later, { signal });
  document.addEventListener("contextmenu", later, { signal });
  document.addEventListener("keydown", key, { signal, capture: true });
  soon();
  return {
    look,
    stop: () => {
      clearTimeout(timer);
      stopping.abort();
    },
  };
}

function read(galley: HTMLElement, range: Range): void {
  if (isSelectedByUs(range) && readChosen() !== null) return;
  const text = new ShownText(galley);
  const span = text.spanOf(range);
  if (span === null) choose(null, null);
  else if (span === "too-long") choose({ kind: "too-long" }, null);
  else choose({ kind: "words", span, by: "hand" }, text.rangeOf(span));
}

/** Whether the browser's selection went to another place, such as a field, and not to the toolbar. */
function isElsewhere(galley: HTMLElement, selection: Selection | null): boolean {
  if (isTool(document.activeElement)) return false;
  return selection?.anchorNode != null && !galley.contains(selection.anchorNode);
}

function isTool(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".seltool") !== null;
}
