import { useId } from "react";

type Props = { label: string; hint: string; words: string; onWords: (words: string) => void };

/** The field of a look-up that answers while one types. */
export function LookupField({ label, hint, words, onWords }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="in"
        type="search"
        dir="auto"
        autoComplete="off"
        maxLength={200}
        value={words}
        onChange={(event) => onWords(event.target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}
