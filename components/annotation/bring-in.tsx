"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Form } from "#components/ui/form.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  importId: string;
  articleId: string;
  versionId: string;
  label: string;
  action: FormAction;
  /** Where to go on: to the text, or to the claims that need placing. */
  then: string;
  said: string;
  children: ReactNode;
};

/** Makes claims of what was looked at. `children` are its button and what stands beside it. */
export function BringIn({ importId, articleId, versionId, label, action, then, said, children }: Props) {
  const router = useRouter();
  return (
    <Form
      action={action}
      label={label}
      hidden={{ id: importId, articleId, versionId }}
      onSaved={() => {
        showToast(said);
        router.push(then);
      }}
    >
      {children}
    </Form>
  );
}
