"use client";

import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { DraftLine } from "#components/ui/draft-line.tsx";
import { type Difference, FormConflict } from "#components/ui/form-conflict.tsx";
import { FormContext } from "#components/ui/form-context.ts";
import { focusFirst, readable, writeField } from "#components/ui/form-values.ts";
import { Icon } from "#components/ui/icon.tsx";
import { announce } from "#components/ui/live-region.tsx";
import { useDraft } from "#components/ui/use-draft.ts";
import { useSending } from "#components/ui/use-sending.ts";
import type { FormAction, FormState, Typed } from "#lib/domain/form-state.ts";

type Props = {
  action: FormAction;
  /** The form's accessible name. */
  label?: string;
  className?: string;
  /** Fields nobody sees, `rowVersion` among them: what was read when the typing began stays, whatever arrives since. */
  hidden?: Typed;
  /** The person's draft as the server holds it; it wins over the fields' own defaults. */
  initial?: Typed | undefined;
  /** Where the draft is kept: on the server below a `DraftProvider`, in the tab elsewhere; without it there is none. */
  draftKey?: string;
  /** For forms that make something: a hidden `id` (UUIDv7), the same however often the form is sent. */
  makesId?: boolean;
  /** What a save does to the fields: keeps them, or empties them for the next thing. */
  afterSave?: "keep" | "clear";
  onSaved?: (id: string) => void;
  /** What to do about a refusal, after its sentence. */
  remedy?: ReactNode;
  children: ReactNode;
};

/**
 * A form that loses no word: refused, in conflict, offline or left, what was typed is there again. Says its errors at
 * the fields and moves focus to the first; Ctrl or Command with Enter sends; it is never sent twice at once.
 */
export function Form(props: Props) {
  const [round, setRound] = useState(0);
  const next = useCallback(() => setRound((last) => last + 1), []);
  return <OneForm key={round} {...props} initial={round === 0 ? props.initial : undefined} onClear={next} />;
}

function OneForm({ action, hidden, initial, draftKey, afterSave = "keep", ...props }: Props & { onClear: () => void }) {
  const ref = useRef<HTMLFormElement>(null);
  const labels = useRef(new Map<string, string>());
  const { state, busy, post, send, settle } = useSending(action);
  const id = useMadeId(props.makesId === true, initial);
  const [asRead, setAsRead] = useState<Typed | null>(initial === undefined ? null : { ...hidden, ...initial });

  const restore = useCallback((typed: Typed) => {
    setAsRead(typed);
    if (ref.current === null) return;
    for (const [name, value] of Object.entries(typed)) writeField(ref.current, name, value);
  }, []);
  const draft = useDraft(ref, { key: draftKey, restore });
  const nameField = useCallback((name: string, label: string) => void labels.current.set(name, label), []);

  const answered = (next: FormState) => {
    if (next.kind !== "saved") {
      draft.touch();
      return;
    }
    draft.drop();
    setAsRead(null);
    announce(next.sentence);
    props.onSaved?.(next.id);
    if (afterSave === "clear") props.onClear();
  };
  const typing = () => {
    setAsRead((before) => before ?? hidden ?? {});
    draft.touch();
  };
  const differences = state.kind === "conflict" ? differing(state, { form: ref.current, labels: labels.current }) : [];
  useEffect(() => {
    if (state.kind === "invalid" && ref.current !== null) focusFirst(ref.current, new Set(Object.keys(state.fields)));
  }, [state]);

  const values = "typed" in state ? state.typed : (initial ?? {});
  const errors = state.kind === "invalid" ? state.fields : {};
  return (
    <FormContext value={{ errors, values, busy, nameField }}>
      <form
        ref={ref}
        className={props.className}
        aria-label={props.label}
        noValidate
        action={post}
        onInput={typing}
        onBlur={draft.flush}
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          event.preventDefault();
          draft.hold();
          send(event.currentTarget, answered);
        }}
      >
        {props.makesId ? <input type="hidden" name="id" value={asRead?.id || id} readOnly /> : null}
        {Object.entries(hidden ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={asRead?.[name] ?? value} readOnly />
        ))}
        <Refusal state={state} remedy={props.remedy} />
        {state.kind === "conflict" ? (
          <FormConflict
            differences={differences}
            onTake={(name) => ref.current && writeField(ref.current, name, state.current[name] ?? "")}
            onSettled={() => {
              setAsRead((before) => ({ ...hidden, ...before, ...seenNow(hidden, state.current) }));
              settle();
            }}
          />
        ) : null}
        {props.children}
        <DraftLine status={draft.status} />
      </form>
    </FormContext>
  );
}

/** Made after hydration, for the server's page and the browser's must be the same; a draft brings its own back. */
function useMadeId(wanted: boolean, initial: Typed | undefined): string {
  const [id, setId] = useState(initial?.id ?? "");
  useEffect(() => {
    if (wanted) setId((made) => (made === "" ? uuidv7() : made));
  }, [wanted]);
  return id;
}

function Refusal({ state, remedy }: { state: FormState; remedy: ReactNode }) {
  const sentence = state.kind === "refused" ? state.sentence : state.kind === "invalid" ? state.fields[""] : undefined;
  return (
    <div role="alert">
      {sentence ? (
        <p className="refusal">
          <Icon name="warn" />
          <span>
            {sentence} {remedy}
          </span>
        </p>
      ) : null}
    </div>
  );
}

function differing(
  state: { readonly current: Typed; readonly typed: Typed },
  { form, labels }: { form: HTMLFormElement | null; labels: ReadonlyMap<string, string> },
): Difference[] {
  const differences: Difference[] = [];
  for (const [name, label] of labels) {
    const theirs = state.current[name];
    const yours = state.typed[name] ?? "";
    if (theirs === undefined || theirs === yours) continue;
    const read = (value: string) => (form === null ? value : readable(form, name, value));
    differences.push({ name, label, theirs: read(theirs), yours: read(yours) });
  }
  return differences;
}

/** What stands now of the fields nobody sees: the next save is made against it. */
function seenNow(hidden: Typed | undefined, current: Typed): Typed {
  return Object.fromEntries(Object.entries(current).filter(([name]) => hidden !== undefined && name in hidden));
}

function sendByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}
