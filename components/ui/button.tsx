import type { ComponentProps } from "react";

type Props = Omit<ComponentProps<"button">, "className"> & {
  /** `go` is the one filled button of a screen. */
  variant?: "go" | "plain" | "bare";
  busy?: boolean;
};

const classes = { go: "btn go", plain: "btn", bare: "btn bare" } as const;

/** A native button, never `disabled`: a closed door says why beside it (`aria-disabled`) and keeps its focus. */
export function Button({ variant = "plain", busy = false, type = "button", ...rest }: Props) {
  return <button {...rest} type={type} className={classes[variant]} aria-busy={busy || undefined} />;
}
