"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Form } from "#components/ui/form.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

/** Freezes a staged import; what it shows comes from the server, so that a long text is sent once, as the page. */
export function FreezeForm({ id, action, children }: { id: string; action: FormAction; children: ReactNode }) {
  const router = useRouter();
  return (
    <Form
      action={action}
      label="Freeze as version 1"
      hidden={{ id }}
      onSaved={(articleId) => router.push(`/articles/${articleId}`)}
    >
      {children}
    </Form>
  );
}
