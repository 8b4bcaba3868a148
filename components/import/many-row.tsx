"use client";

import Link from "next/link";
import { isPlain, type ManyItem } from "#components/import/many-item.ts";
import { removeItem, retry } from "#components/import/many-list.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon, type IconName } from "#components/ui/icon.tsx";

const numbers = new Intl.NumberFormat("en");

/** One of many imports: what it is, what came of it, and what can be done about it. */
export function ManyRow({ item }: { item: ManyItem }) {
  const { id, name, progress } = item;
  const found = "found" in progress ? progress.found : null;
  const again = progress.kind === "failed" || progress.kind === "cancelled";
  const title = found?.details.title || name;
  return (
    <li data-state={progress.kind}>
      <div>
        <p className="name">
          {progress.kind === "read" ? (
            <Link href={`/articles/import/${id}`}>
              <bdi>{title}</bdi>
            </Link>
          ) : progress.kind === "frozen" ? (
            <Link href={`/articles/${id}`}>
              <bdi>{title}</bdi>
            </Link>
          ) : (
            <bdi className={title === name && item.way === "address" ? "data" : undefined}>{title}</bdi>
          )}
        </p>
        {found !== null && title !== name ? (
          <p className="meta">
            <bdi>{name}</bdi>
          </p>
        ) : null}
        <Result item={item} />
      </div>
      <div className="acts">
        {again ? (
          <Button variant="bare" onClick={() => retry(id)}>
            Try again<span className="vh">: {name}</span>
          </Button>
        ) : null}
        {progress.kind === "freezing" ? null : (
          <Button variant="bare" onClick={() => removeItem(id)}>
            Take off the list<span className="vh">: {name}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

function Result({ item }: { item: ManyItem }) {
  const { progress } = item;
  switch (progress.kind) {
    case "waiting":
      return <Line>Waits</Line>;
    case "sending":
      return <Line>Is being read</Line>;
    case "cancelled":
      return <Line icon="off">Cancelled</Line>;
    case "failed":
      return <Line icon="cross">{progress.sentence}</Line>;
    case "freezing":
      return <Line>Is being frozen</Line>;
    case "frozen":
      return <Line icon="check">Frozen as version 1, {words(progress.found.words)}</Line>;
    case "read": {
      const { found, problem } = progress;
      if (problem !== "") return <Line icon="warn">{problem} Open it and freeze it there.</Line>;
      if (isPlain(item)) return <Line icon="check">Read, {words(found.words)}</Line>;
      const why = found.details.title === "" ? "No title was found." : found.warnings.join(" ");
      return (
        <Line icon="warn">
          Read, {words(found.words)}. Look at it before it is frozen: <bdi>{why}</bdi>
        </Line>
      );
    }
  }
}

function Line({ icon, children }: { icon?: IconName; children: React.ReactNode }) {
  return (
    <p className="result">
      {icon === undefined ? null : <Icon name={icon} />}
      <span>{children}</span>
    </p>
  );
}

function words(count: number): string {
  return count === 1 ? "1 word" : `${numbers.format(count)} words`;
}
