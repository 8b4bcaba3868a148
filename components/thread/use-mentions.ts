"use client";

import { type KeyboardEvent, type RefObject, useState } from "react";
import type { MemberView } from "#lib/domain/member-view.ts";

/** What is being typed after an @ that begins a word, up to the caret. */
const asked = /(?:^|[\s([{"“«‘'/])@([^\s@][^@\n]{0,39})?$/u;
const offered = 8;

type Asked = { readonly at: number; readonly words: string };

/**
 * Colleagues to name in a text field: offered from an @ on, chosen with the arrow keys and Enter or Tab, or by pointer.
 * Escape closes the list until the next @.
 */
export function useMentions(field: RefObject<HTMLTextAreaElement | null>, people: readonly MemberView[]) {
  const [asking, setAsking] = useState<Asked | null>(null);
  const [closed, setClosed] = useState(-1);
  const [active, setActive] = useState(0);
  const options = asking === null || asking.at === closed ? [] : fitting(people, asking.words);

  const follow = () => {
    const now = field.current === null ? null : askedIn(field.current);
    if (now?.at === asking?.at && now?.words === asking?.words) return;
    setAsking(now);
    setActive(0);
    if (now === null) setClosed(-1);
  };
  const close = () => setClosed(asking?.at ?? -1);
  const choose = (person: MemberView | undefined) => {
    const area = field.current;
    if (person === undefined || area === null || asking === null) return;
    const end = area.selectionEnd;
    area.setRangeText(`@${person.name} `, asking.at, end, "end");
    area.dispatchEvent(new Event("input", { bubbles: true }));
    setClosed(asking.at);
    area.focus();
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (options.length === 0 || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) setActive((last) => (last + step + options.length) % options.length);
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) choose(options[active]);
    else if (event.key === "Escape") {
      close();
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return { options, active, follow, close, choose, press };
}

function askedIn(area: HTMLTextAreaElement): Asked | null {
  if (area.selectionStart !== area.selectionEnd) return null;
  const before = area.value.slice(Math.max(0, area.selectionStart - 60), area.selectionStart);
  const match = asked.exec(before);
  if (match === null) return null;
  const words = match[1] ?? "";
  return { at: area.selectionStart - words.length - 1, words };
}

/** Whose name, or a word of it, begins with what was typed. */
function fitting(people: readonly MemberView[], words: string): MemberView[] {
  const wanted = ` ${words.toLowerCase()}`;
  return people.filter(({ name }) => ` ${name.toLowerCase()}`.includes(wanted)).slice(0, offered);
}
