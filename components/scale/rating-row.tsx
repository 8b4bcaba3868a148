"use client";

import type { KeyboardEvent } from "react";
import type { Row } from "#components/scale/scale-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { VerdictDisc, VerdictMark } from "#components/verdict/verdict-mark.tsx";
import { type RatingToken, ratingTokens } from "#lib/domain/rating.ts";
import { type RatingIcon, ratingIconOf, ratingIcons } from "#lib/domain/rating-icon.ts";
import { scaleLimits } from "#lib/domain/scale.ts";

type Props = {
  row: Row;
  index: number;
  count: number;
  /** The one entry of a scale without ratings: words alone. */
  isOnly: boolean;
  onChange: (part: Partial<Row>) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** One rating: label, definition, colour, sign and number, as it will look. */
export function RatingRow({ row, index, count, isOnly, onChange, onMove, onRemove }: Props) {
  const at = `ratings.${index}`;
  const name = row.label === "" ? `rating ${index + 1}` : row.label;
  const follow = (event: KeyboardEvent<HTMLElement>) => {
    if (!event.altKey || isOnly || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(event.key === "ArrowUp" ? -1 : 1);
  };
  return (
    <li data-row={row.key} onKeyDown={follow}>
      {!isOnly && (
        <p className="looks">
          <VerdictMark rating={{ ...row, label: row.label || "…" }} />
        </p>
      )}
      <div className="ratingwords">
        <Field name={`${at}.label`} label="Label">
          {(control) => (
            <input
              {...control}
              className="in"
              dir="auto"
              data-at="label"
              name={`${at}.label`}
              maxLength={scaleLimits.label}
              value={row.label}
              onChange={(event) => onChange({ label: event.target.value })}
            />
          )}
        </Field>
        <Field name={`${at}.definition`} label="What it means on this desk">
          {(control) => (
            <textarea
              {...control}
              className="in"
              dir="auto"
              rows={1}
              name={`${at}.definition`}
              maxLength={scaleLimits.definition}
              value={row.definition}
              onChange={(event) => onChange({ definition: event.target.value })}
            />
          )}
        </Field>
        {!isOnly && row.token !== "off" && (
          <Field name={`${at}.value`} label="Number">
            {(control) => (
              <input
                {...control}
                className="in"
                inputMode="numeric"
                name={`${at}.value`}
                value={row.value}
                onChange={(event) => onChange({ value: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      {!isOnly && (
        <div className="ratinglooks">
          <fieldset className="tokens">
            <legend className="lab">Colour</legend>
            {ratingTokens.map((token) => (
              <label key={token} title={tokenWords[token]} data-v={token}>
                <input
                  type="radio"
                  name={`token-${row.key}`}
                  aria-label={tokenWords[token]}
                  checked={row.token === token}
                  onChange={() => onChange({ token })}
                />
                <VerdictDisc token={token} />
              </label>
            ))}
          </fieldset>
          <label className="sign">
            <span className="lab">Sign</span>
            <select
              className="in"
              value={row.icon}
              onChange={(event) => onChange({ icon: ratingIconOf(event.target.value) })}
            >
              {ratingIcons.map((icon) => (
                <option key={icon} value={icon}>
                  {iconWords[icon]}
                </option>
              ))}
            </select>
          </label>
          <div className="ratingacts">
            <Button data-at="up" aria-label={`Move ${name} up`} aria-disabled={index === 0} onClick={() => onMove(-1)}>
              Up
            </Button>
            <Button
              data-at="down"
              aria-label={`Move ${name} down`}
              aria-disabled={index === count - 1}
              onClick={() => onMove(1)}
            >
              Down
            </Button>
            <Button aria-label={`Remove ${name}`} onClick={onRemove}>
              Remove
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

const tokenWords: Readonly<Record<RatingToken, string>> = {
  true: "Full disc",
  mostly: "Three quarters",
  half: "Half",
  barely: "One quarter",
  false: "Crossed",
  off: "Off the scale",
};

const iconWords: Readonly<Record<RatingIcon, string>> = {
  "": "As the colour",
  check: "Tick",
  cross: "Cross",
  warn: "Warning",
  question: "Question mark",
  pen: "Pen",
  clock: "Clock",
};
