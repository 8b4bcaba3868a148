"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
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
  const settled = items.filter(isSettled).length;
  const failed = items.filter(({ progress }) => progress.kind === "failed").length;
  const plain = items.filter(isPlain).length;
  const isDone = settled === items.length;
  const says = isDone
    ? `All ${items.length} are done${failed === 0 ? "" : `; ${failed} could not be read`}.`
    : `${settled} of ${items.length} done${failed === 0 ? "" : `, ${failed} could not be read`}.`;
  useEffect(() => {
    if (isDone) announce(says);
  }, [isDone, says]);
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
        <p className="says">{says}</p>
        {isDone ? (
          <Button variant="bare" onClick={clearList}>
            Clear the list
          </Button>
        ) : (
          <Button onClick={cancelAll}>Cancel the rest</Button>
        )}
      </div>
      <ul className="rows">
        {items.map((item) => (
          <ManyRow key={item.id} item={item} />
        ))}
      </ul>
      {plain === 0 && !isFreezing ? null : (
        <div className="foot">
          <span className="why">Those with warnings wait until you have looked at them.</span>
          <Button variant="go" busy={isFreezing} onClick={freeze}>
            {plain === 1 ? "Freeze the one that can be read" : `Freeze all ${plain} that can be read`}
          </Button>
        </div>
      )}
    </section>
  );
}
