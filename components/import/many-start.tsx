"use client";

import { type FormEvent, useState } from "react";
import { documentTypeWords } from "#components/desk/send-import.ts";
import { FileDrop } from "#components/import/file-drop.tsx";
import { addressesIn, mostItems } from "#components/import/many-item.ts";
import { addItems } from "#components/import/many-list.ts";
import { Button } from "#components/ui/button.tsx";
import { TextArea } from "#components/ui/field.tsx";

/** Where addresses are written and files chosen for the list. */
export function ManyStart() {
  const [round, setRound] = useState(0);
  const [problem, setProblem] = useState("");
  const add = (added: readonly (string | File)[]) => {
    const over = addItems(added);
    setProblem(
      over === 0 ? "" : `The list takes ${mostItems}. ${over} were left out: import these first, then clear it.`,
    );
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("addresses");
    const { good, bad } = addressesIn(typeof text === "string" ? text : "");
    if (bad.length > 0) return setProblem(`This is not an address: ${bad[0]}. Write one address a line.`);
    if (good.length === 0) return setProblem("Write at least one address, or choose files.");
    add(good);
    setRound((last) => last + 1);
  };
  return (
    <div className="manystart">
      <form onSubmit={submit} noValidate aria-label="Addresses">
        <TextArea
          key={round}
          name="addresses"
          label="Addresses, one a line"
          rows={5}
          dir="ltr"
          autoComplete="off"
          spellCheck={false}
          placeholder="https://"
          error={problem}
          hint={`At most ${mostItems}. Each page is fetched once, and nothing on it runs.`}
        />
        <div className="acts">
          <Button type="submit">Read these</Button>
        </div>
      </form>
      <FileDrop label="Files" hint={documentTypeWords} onFiles={add} />
    </div>
  );
}
