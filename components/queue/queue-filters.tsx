"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { type ClaimState, claimStateWords, priorities, priorityWords } from "#lib/domain/claim.ts";
import type { MemberView } from "#lib/domain/member-view.ts";
import {
  addressOf,
  dueSpans,
  dueWords,
  filterOf,
  isNarrowed,
  orderWords,
  presetOf,
  type QueueFilter,
  queueOrders,
  reviewerStatuses,
  reviewerWords,
} from "#lib/domain/queue-filter.ts";

type Choice = readonly [value: string, words: string];

type Props = {
  filter: QueueFilter;
  members: readonly MemberView[];
  articles: readonly { readonly id: string; readonly title: string }[];
  /** The labels of the desk's present scale. */
  ratings: readonly string[];
  /** The filters that are kept, and the form that keeps one. */
  children: ReactNode;
};

const states: readonly ClaimState[] = ["open", "progress", "proposed", "returned", "stale", "approved", "withdrawn"];

/** Narrows the queue. What is chosen stands in the page's address, so that a link shows the same to a colleague. */
export function QueueFilters({ filter, members, articles, ratings, children }: Props) {
  const router = useRouter();
  const article = articles.some(({ id }) => id === filter.articleId) ? [] : known(filter.articleId, "One article");
  const isKnownPerson =
    members.some(({ id }) => id === filter.assignee) || ["me", "nobody"].includes(filter.assignee ?? "");
  const person = isKnownPerson ? [] : known(filter.assignee, "Somebody not on the desk");
  return (
    <details className="filters" open={isNarrowed(filter) || undefined}>
      <summary>Filter and order</summary>
      <form
        aria-label="Filter"
        className="narrow"
        onSubmit={(event) => {
          event.preventDefault();
          const typed: Record<string, string> = { view: filter.view };
          for (const [name, value] of new FormData(event.currentTarget)) {
            if (typeof value === "string") typed[name] = value;
          }
          router.push(`/queue?${addressOf(filterOf(typed))}`);
        }}
      >
        <TextField
          name="words"
          label="Words of the statement"
          type="search"
          defaultValue={filter.words}
          maxLength={200}
        />
        <One
          name="author"
          label="Author"
          value={filter.author.join(",")}
          choices={states.map((one) => [one, claimStateWords[one]])}
        />
        <One
          name="reviewer"
          label="Reviewer"
          value={filter.reviewer.join(",")}
          choices={reviewerStatuses.map((one) => [one, reviewerWords[one]])}
        />
        <One
          name="assignee"
          label="Assigned to"
          value={filter.assignee ?? ""}
          choices={[
            ["me", "Me"],
            ["nobody", "Nobody"],
            ...members.map(({ id, name }): Choice => [id, name]),
            ...person,
          ]}
        />
        <One
          name="article"
          label="Article"
          value={filter.articleId ?? ""}
          choices={[...articles.map(({ id, title }): Choice => [id, title]), ...article]}
        />
        <One
          name="priority"
          label="Priority"
          value={filter.priority.join(",")}
          choices={priorities.map((one) => [one, priorityWords[one]])}
        />
        <One name="due" label="Due" value={filter.due ?? ""} choices={dueSpans.map((one) => [one, dueWords[one]])} />
        <One
          name="rating"
          label="Verdict"
          value={filter.rating ?? ""}
          choices={[["none", "No verdict yet"], ...ratings.map((label): Choice => [label, label])]}
        />
        <SelectField key={filter.order} name="order" label="Order" defaultValue={filter.order}>
          {queueOrders.map((order) => (
            <option key={order} value={order}>
              {orderWords[order]}
            </option>
          ))}
        </SelectField>
        <div className="acts">
          <Button type="submit">Show</Button>
          {isNarrowed(filter) && (
            <Link className="btn bare" href={`/queue?${addressOf(presetOf(filter.view))}`}>
              Clear
            </Link>
          )}
        </div>
      </form>
      {children}
    </details>
  );
}

/** One of several, or any; what an address names beyond them (several at once) is offered as it stands. */
function One({
  name,
  label,
  value,
  choices,
}: {
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
}) {
  const words = new Map(choices);
  const named =
    value === "" || words.has(value)
      ? []
      : known(
          value,
          value
            .split(",")
            .map((one) => words.get(one) ?? one)
            .join(" or "),
        );
  return (
    <SelectField key={value} name={name} label={label} defaultValue={value}>
      <option value="">Any</option>
      {[...choices, ...named].map(([choice, said]) => (
        <option key={choice} value={choice}>
          {said}
        </option>
      ))}
    </SelectField>
  );
}

function known(value: string | null, words: string): Choice[] {
  return value === null || value === "" ? [] : [[value, words]];
}
