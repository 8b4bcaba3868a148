"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { focusFirst } from "#components/ui/form-values.ts";
import { Moment } from "#components/ui/time.tsx";

export type Difference = {
  readonly name: string;
  readonly label: string;
  readonly theirs: string;
  readonly yours: string;
};

type Props = {
  differences: readonly Difference[];
  /** Puts their words into the field. */
  onTake: (name: string) => void;
  /** Every field has been decided: the next save replaces theirs. */
  onSettled: () => void;
};

/** Somebody saved first: their words beside yours, field by field, until each is decided. Nothing is lost meanwhile. */
export function FormConflict({ differences, onTake, onSettled }: Props) {
  const ref = useRef<HTMLElement>(null);
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const left = differences.filter((difference) => !decided.has(difference.name));
  useEffect(() => ref.current?.focus(), []);

  const decide = (name: string) => {
    const next = new Set(decided).add(name);
    setDecided(next);
    if (differences.every((difference) => next.has(difference.name))) settle(name);
    else ref.current?.focus();
  };
  /** The choice goes away with the focus in it, which belongs in the form: to the field, else to what saves it. */
  const settle = (name: string) => {
    const form = ref.current?.closest("form");
    onSettled();
    if (form != null && !focusFirst(form, new Set([name]))) {
      form.querySelector<HTMLElement>("[type=submit]")?.focus();
    }
  };

  return (
    <section ref={ref} className="conflict" role="alert" tabIndex={-1}>
      {differences.length > 0 ? (
        <p>Somebody else saved first. Nothing is lost: choose for each field, then save again.</p>
      ) : (
        <>
          <p>Somebody else changed this first. Your words are still here: look at what stands now, then save again.</p>
          <Button onClick={() => settle("")}>I have looked</Button>
        </>
      )}
      {left.map(({ name, label, theirs, yours }) => (
        <fieldset key={name}>
          <legend>{label}</legend>
          <div className="two">
            <Column head="Theirs" words={theirs}>
              <Button
                aria-label={`Take theirs: ${label}`}
                onClick={() => {
                  onTake(name);
                  decide(name);
                }}
              >
                Take theirs
              </Button>
            </Column>
            <Column head="Yours" words={yours}>
              <Button aria-label={`Keep mine: ${label}`} onClick={() => decide(name)}>
                Keep mine
              </Button>
            </Column>
          </div>
        </fieldset>
      ))}
    </section>
  );
}

/** What a field for a moment sends. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

function Column({ head, words, children }: { head: string; words: string; children: ReactNode }) {
  return (
    <div>
      <p className="lab">{head}</p>
      <p className="words" dir="auto">
        {words === "" ? <span className="faint">Empty</span> : instant.test(words) ? <Moment iso={words} /> : words}
      </p>
      {children}
    </div>
  );
}
