"use client";

import { useId, useState, useTransition } from "react";
import type { SourceActions } from "#components/source/source-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";
import {
  type CitationLanguage,
  type CitationStyle,
  citationLanguages,
  citationLanguageWords,
  citationStyles,
  citationStyleWords,
  type Reference,
} from "#lib/domain/source-views.ts";

type Props = { sourceId: string; reference: Reference; find: SourceActions["findReference"] };

/** The formatted reference in a style and language that can be chosen, and a button that copies it. */
export function ReferenceBox({ sourceId, reference, find }: Props) {
  const [chosen, setChosen] = useState<Reference | null>(null);
  const [problem, setProblem] = useState("");
  const [busy, startTransition] = useTransition();
  const id = useId();
  const shown = chosen ?? reference;
  const choose = (style: CitationStyle, language: CitationLanguage) =>
    startTransition(async () => {
      try {
        const found = await find(sourceId, style, language);
        setProblem(found === null ? "You were signed out. Sign in again." : "");
        if (found !== null) setChosen(found);
      } catch {
        // The reference that is shown stays right: it names its own style.
        setProblem("Not connected. Choose again.");
      }
    });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(shown.text);
      announce("The reference is copied.");
      setProblem("Copied.");
    } catch {
      // A page without the right to write the clipboard: the words can still be selected.
      setProblem("The browser does not let this page copy. Select the words instead.");
    }
  };
  return (
    <div className="refbox stack">
      <p className="reference" dir="auto" lang={shown.language} aria-busy={busy || undefined}>
        {shown.runs.map((run, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
          run.italic ? <i key={index}>{run.text}</i> : <span key={index}>{run.text}</span>,
        )}
      </p>
      <div className="inrow">
        <div className="field">
          <label htmlFor={`${id}-style`}>Style</label>
          <select
            id={`${id}-style`}
            className="in"
            value={shown.style}
            onChange={(event) => {
              const style = citationStyles.find((each) => each === event.target.value);
              if (style !== undefined) choose(style, shown.language);
            }}
          >
            {citationStyles.map((style) => (
              <option key={style} value={style}>
                {citationStyleWords[style]}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor={`${id}-language`}>Language of the reference</label>
          <select
            id={`${id}-language`}
            className="in"
            value={shown.language}
            onChange={(event) => {
              const language = citationLanguages.find((each) => each === event.target.value);
              if (language !== undefined) choose(shown.style, language);
            }}
          >
            {citationLanguages.map((language) => (
              <option key={language} value={language}>
                {citationLanguageWords[language]}
              </option>
            ))}
          </select>
        </div>
        <Button onClick={() => void copy()}>Copy the reference</Button>
        <span className="faint" role="status">
          {problem}
        </span>
      </div>
    </div>
  );
}
