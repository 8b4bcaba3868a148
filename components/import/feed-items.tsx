"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { followable } from "#components/evidence/web-address.ts";
import { addItems } from "#components/import/many-list.ts";
import { Button } from "#components/ui/button.tsx";
import { Day } from "#components/ui/time.tsx";
import type { OfferedItem } from "#lib/domain/feed.ts";

/** The items of a feed to choose from; those chosen are read on the page for many imports. */
export function FeedItems({ title, items }: { title: string; items: readonly OfferedItem[] }) {
  const router = useRouter();
  const [problem, setProblem] = useState("");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget).getAll("item").filter((value) => typeof value === "string");
    if (chosen.length === 0) return setProblem("Choose at least one item.");
    addItems(chosen);
    router.push("/articles/import/many");
  };
  if (items.length === 0) return <p className="soft">There is nothing in this feed now.</p>;
  return (
    <form onSubmit={submit} aria-label={`Items of ${title}`}>
      <ul className="feeditems">
        {items.map((item) => (
          <li key={item.id} data-new={item.isNew || undefined}>
            <label className="tick">
              <input type="checkbox" name="item" value={item.address} disabled={followable(item.address) === null} />
              <span>
                <span className="title">
                  <bdi>{item.title === "" ? item.address : item.title}</bdi>
                </span>
                <span className="meta">
                  {item.isNew ? <b>New</b> : null}
                  {item.published === "" ? null : <Day iso={item.published} />}
                  {item.onDesk ? <span>On the desk already</span> : null}
                  {item.address === "" ? <span>Names no address, so it cannot be read</span> : null}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button type="submit">Read those chosen</Button>
        <span className="why" role="alert">
          {problem}
        </span>
      </div>
    </form>
  );
}
