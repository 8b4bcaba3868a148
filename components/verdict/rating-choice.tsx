"use client";

import { useId } from "react";
import { useField } from "#components/ui/form-context.ts";
import { Icon } from "#components/ui/icon.tsx";
import { VerdictMark } from "#components/verdict/verdict-mark.tsx";
import type { Rating } from "#lib/domain/rating.ts";

type Props = { ratings: readonly Rating[]; defaultValue: string; chosen: string };

/** The desk's scale as one group of native radio buttons: ordered ratings in a row, those off the scale apart. */
export function RatingChoice({ ratings, defaultValue, chosen }: Props) {
  const { error, value } = useField("ratingId", "Rating");
  const id = useId();
  const steps = ratings.filter((rating) => rating.value !== null);
  const off = ratings.filter((rating) => rating.value === null);
  const meaning = ratings.find((rating) => rating.id === chosen);
  const radio = (rating: Rating) => ({
    type: "radio" as const,
    name: "ratingId",
    value: rating.id,
    defaultChecked: rating.id === (value ?? defaultValue),
    "aria-describedby": `${id}-${rating.id}`,
  });
  return (
    <fieldset className="pick" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="vh">Rating</legend>
      <div className="scale" data-steps={steps.length}>
        {steps.map((rating) => (
          <label key={rating.id} data-v={rating.token} title={rating.definition}>
            <input {...radio(rating)} />
            <VerdictMark rating={rating} />
          </label>
        ))}
      </div>
      {off.length > 0 && (
        <div className="offs">
          <span className="py-1">Off the scale</span>
          {off.map((rating) => (
            <label key={rating.id} title={rating.definition}>
              <input className="dot" {...radio(rating)} />
              {rating.label}
            </label>
          ))}
        </div>
      )}
      {error === undefined ? (
        <p className="meaning">{meaning?.definition ?? "Choose a rating to read what it means on this desk."}</p>
      ) : (
        <p className="err meaning" id={`${id}-error`}>
          <Icon name="warn" /> {error}
        </p>
      )}
      {ratings.map((rating) => (
        <span key={rating.id} id={`${id}-${rating.id}`} hidden>
          {rating.definition}
        </span>
      ))}
    </fieldset>
  );
}
