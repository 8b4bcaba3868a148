"use client";

import { type ClipboardEvent, type FormEvent, useRef, useState } from "react";
import { pasteAtOnce } from "#components/desk/paste-at-once.ts";
import { TextArea } from "#components/ui/field.tsx";

/**
 * The pasted text, and beside it the formatted copy from the clipboard (`html`), which keeps headings, links and
 * emphasis. Whatever is typed afterwards makes the copy untrue, so it goes and the text alone counts.
 */
export function PasteField() {
  const pasted = useRef("");
  const [html, setHtml] = useState("");

  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const field = event.target;
    if (!(field instanceof HTMLTextAreaElement)) return;
    const replacesAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    pasted.current = replacesAll ? event.clipboardData.getData("text/html") : "";
    pasteAtOnce(event);
  };
  const input = (event: FormEvent<HTMLDivElement>) => {
    const kind = event.nativeEvent instanceof InputEvent ? event.nativeEvent.inputType : "";
    setHtml(kind === "insertFromPaste" ? pasted.current : "");
    pasted.current = "";
  };

  return (
    <div onPasteCapture={paste} onInput={input}>
      <TextArea
        name="text"
        label="Text"
        rows={12}
        hint={
          html === ""
            ? "Copy the article from where it is and paste it here."
            : "Headings, links and emphasis were pasted with it."
        }
      />
      <input type="hidden" name="html" value={html} readOnly />
    </div>
  );
}
