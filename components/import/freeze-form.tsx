"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Form } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  id: string;
  action: FormAction;
  /** Where to go on: to the text, or to the notes that came with it. */
  then: string;
  children: ReactNode;
};

/** Freezes a staged import; what it shows comes from the server, so that a long text is sent once, as the page. */
export function FreezeForm({ id, action, then, children }: Props) {
  const router = useRouter();
  return (
    <Form
      action={action}
      label="Freeze as version 1"
      hidden={{ id }}
      onSaved={() => router.push(then)}
      remedy={
        <Link className="link" href="/articles">
          Go to the articles
        </Link>
      }
    >
      {children}
    </Form>
  );
}
