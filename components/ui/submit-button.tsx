"use client";

import type { ComponentProps } from "react";
import { Button } from "#components/ui/button.tsx";
import { useFormContext } from "#components/ui/form-context.ts";

/** The button that sends the form it stands in; while the form is on its way it says so and does not send twice. */
export function SubmitButton({ variant = "go", ...rest }: Omit<ComponentProps<typeof Button>, "type" | "busy">) {
  const { busy } = useFormContext();
  return <Button {...rest} variant={variant} type="submit" busy={busy} />;
}
