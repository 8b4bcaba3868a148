"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { isPlain, isSettled, type ManyItem } from "#components/import/many-item.ts";
import {
  cancelAll,
  clearList,
  currentItems,
  freezePlain,
  noItems,
  run,
  subscribe,
} from "#components/import/many-list.ts";
import { ManyRow } from "#components/import/many-row.tsx";
import { ManyStart } from "#components/import/many-start.tsx";
import { WaysCrumb } from "#components/import/ways-crumb.tsx";
import { Button } from "#components/ui/button.tsx";
import { announce } from "#components/ui/live-region.tsx";

/** Several files and addresses, read two at a time, with a result for each. The whole `main` of a page. */
export function ManyPage() {
  const items = useSyncExternalStore(subscribe, currentItems, noItems);
  useEffect(run, []); // What was on its way when the page was left goes on.
  return (
    <main className="wrap narrow" id="main">
      <WaysCrumb />
      <div className="phead">
        <h1>Import many at once</h1>
      </div>
      <ManyStart />
      {items.length === 0 ? null : <List items={items} />}
    </main>
  );
}

function List({ items }: { items: readonly ManyItem[] }) {
  const [isFreezing, setIsFreezing] = useState(false);
  const said = useRef<HTMLParagraphElement>(null);
  const settled = items.filter(isSettled).length;
  const plain = items.filter(isPlain).length;
  const isDone = settled === items.length;
  const says = sentenceOf(items, settled);
  useEffect(() => {
    if (isDone) announce(says);
  }, [isDone, says]);
  // Its button goes, and the one that clears the list must not stand under the same finger.
  const cancel = () => {
    cancelAll();
    said.current?.focus();
  };
  const freeze = async () => {
    if (isFreezing) return;
    setIsFreezing(true);
    const frozen = await freezePlain();
    setIsFreezing(false);
    announce(frozen === 1 ? "1 article is frozen." : `${frozen} articles are frozen.`);
  };
  return (
    <section className="many" aria-label="Imports">
      <div className="manyhead">
        <progress max={items.length} value={settled} aria-label="Imports done" />
        <p className="says" ref={said} tabIndex={-1}>
          {says}
        </p>
        {isDone ? null : <Button onClick={cancel}>Cancel the rest</Button>}
      </div>
      <ul className="rows">
        {items.map((item) => (
          <ManyRow key={item.id} item={item} />
        ))}
      </ul>
      {!isDone && plain === 0 && !isFreezing ? null : (
        <div className="foot">
          <span className="why">
            {items.some((item) => item.progress.kind === "read" && !isPlain(item))
              ? "Those with warnings wait until you have looked at them."
              : ""}
          </span>
          {isDone ? (
            <Button variant="bare" onClick={clearList}>
              Clear the list
            </Button>
          ) : null}
          {plain === 0 && !isFreezing ? null : (
            <Button variant="go" busy={isFreezing} onClick={freeze}>
              {plain === 1 ? "Freeze the one without warnings" : `Freeze the ${plain} without warnings`}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** "18 of 21 done; 7 could not be read." */
function sentenceOf(items: readonly ManyItem[], settled: number): string {
  const [failed, cancelled] = (["failed", "cancelled"] as const).map(
    (kind) => items.filter(({ progress }) => progress.kind === kind).length,
  );
  const begin = settled < items.length ? `${settled} of ${items.length} done` : allDone(items.length);
  return `${begin}${failed ? `; ${failed} could not be read` : ""}${cancelled ? `; ${cancelled} cancelled` : ""}.`;
}

function allDone(count: number): string {
  return count === 1 ? "This one is done" : `All ${count} are done`;
}
