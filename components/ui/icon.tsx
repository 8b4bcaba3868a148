import type { ReactNode } from "react";

const box = { small: "0 0 12 12", middle: "0 0 14 14", large: "0 0 16 16" } as const;

const shapes = {
  check: { view: box.middle, shape: <path d="m2 7.4 3.4 3.6L12 3.5" strokeWidth="1.9" /> },
  cross: { view: box.middle, shape: <path d="m3 3 8 8m0-8-8 8" strokeWidth="1.8" /> },
  warn: {
    view: box.middle,
    shape: (
      <>
        <path d="M7 1.5 13 12.3H1z" strokeWidth="1.4" strokeLinejoin="round" />
        <path d="M7 5.2v3.4M7 9.9v1.3" strokeWidth="1.5" />
      </>
    ),
  },
  off: { view: box.middle, shape: <path d="M3 7h8" strokeWidth="1.5" /> },
  prev: { view: box.large, shape: <path d="M10 3 5 8l5 5" strokeWidth="1.6" /> },
  next: { view: box.large, shape: <path d="m6 3 5 5-5 5" strokeWidth="1.6" /> },
  close: { view: box.large, shape: <path d="m3.5 3.5 9 9m0-9-9 9" strokeWidth="1.6" /> },
  down: { view: box.small, shape: <path d="m2.5 4.5 3.5 3.5 3.5-3.5" strokeWidth="1.4" /> },
  back: { view: box.middle, shape: <path d="M5.5 2 2 5.5 5.5 9M2 5.5h6.5a3.5 3.5 0 0 1 0 7H6" strokeWidth="1.5" /> },
  find: {
    view: box.large,
    shape: (
      <>
        <circle cx="6.8" cy="6.8" r="4.6" strokeWidth="1.5" />
        <path d="m10.2 10.2 4 4" strokeWidth="1.6" />
      </>
    ),
  },
  menu: { view: box.large, shape: <path d="M2 4.5h12M2 11.5h12" strokeWidth="1.6" /> },
} as const satisfies Record<string, { view: string; shape: ReactNode }>;

export type IconName = keyof typeof shapes;

/** A sign without words: the words stand beside it or in the control's name. Arrows turn round in right-to-left pages. */
export function Icon({ name }: { name: IconName }) {
  const { view, shape } = shapes[name];
  const turns = name === "prev" || name === "next" || name === "back";
  return (
    <svg aria-hidden="true" viewBox={view} className={turns ? "flip" : undefined} data-icon={name}>
      {shape}
    </svg>
  );
}
