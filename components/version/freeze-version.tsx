"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Form } from "#components/ui/form.tsx";
import { forgetKeptText } from "#components/version/kept-text.ts";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  importId: string;
  articleId: string;
  /** The version that was compared with, and that must still be the newest. */
  latest: number;
  action: FormAction;
  /** Where to go on: to the text, or to the claims that need placing. */
  then: string;
  children: ReactNode;
};

/** Freezes what was compared as the article's next version. `children` are its button and what stands beside it; a refusal is said there. */
export function FreezeVersion({ importId, articleId, latest, action, then, children }: Props) {
  const router = useRouter();
  return (
    <Form
      className="foot freeze"
      action={action}
      label={`Freeze as version ${latest + 1}`}
      hidden={{ id: importId, articleId, latest: String(latest) }}
      onSaved={() => {
        forgetKeptText(articleId);
        router.push(then);
      }}
      remedy={
        <button type="button" className="textbtn" onClick={() => router.refresh()}>
          Compare again
        </button>
      }
    >
      {children}
    </Form>
  );
}
