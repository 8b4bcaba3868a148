"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { claimsWord } from "#components/annotation/annotation-words.ts";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  importId: string;
  articleId: string;
  versionId: string;
  action: FormAction;
  /** How many claims come in, and how many of them need placing, while nothing is ticked or unticked. */
  claims: number;
  toPlace: number;
  /** Whether each passage has a box of its own. */
  chooses: boolean;
  /** The passages. */
  children: ReactNode;
};

type Chosen = { readonly numbers: readonly string[]; readonly claims: number; readonly toPlace: number };

/** The passages that were looked at, and below them what makes claims of those that are kept. */
export function BringIn({ importId, articleId, versionId, action, chooses, children, ...counts }: Props) {
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { claims, toPlace } = chosen ?? counts;
  const article = `/articles/${articleId}`;
  const label = `Bring in ${claimsWord(claims)}`;
  return (
    <>
      <div ref={list} onChange={() => list.current !== null && setChosen(chosenIn(list.current))}>
        {children}
      </div>
      <Form
        action={action}
        label="Bring in"
        hidden={{ id: importId, articleId, versionId }}
        onSaved={() => {
          showToast(claims === 1 ? "1 claim came in." : `${claimsWord(claims)} came in.`);
          router.push(toPlace > 0 ? `${article}/placing` : article);
        }}
      >
        {chooses && chosen !== null && <input type="hidden" name="keep" value={chosen.numbers.join(",")} readOnly />}
        <div className="foot">
          <span className="why">{footWords({ claims, toPlace, chooses })}</span>
          <Link className="btn" href={counts.claims === 0 ? `${article}/annotations` : article} prefetch={false}>
            {counts.claims === 0 && !chooses ? "Choose another file" : "Cancel"}
          </Link>
          {claims > 0 && <SubmitButton>{label}</SubmitButton>}
        </div>
      </Form>
    </>
  );
}

function footWords({ claims, toPlace, chooses }: { claims: number; toPlace: number; chooses: boolean }): string {
  if (claims === 0) return chooses ? "Nothing is ticked." : "There is nothing to bring in.";
  return toPlace > 0 ? "What needs placing is asked of you next." : "Nothing is on the desk yet.";
}

/** Passages that repeat each other are one claim. */
function chosenIn(list: HTMLElement): Chosen {
  const ticked = [...list.querySelectorAll<HTMLInputElement>("input[data-passage]")].filter(({ checked }) => checked);
  const claims = new Map(ticked.map(({ dataset }) => [dataset.claim ?? "", dataset.places === "yes"]));
  return {
    numbers: ticked.map(({ dataset }) => dataset.passage ?? ""),
    claims: claims.size,
    toPlace: [...claims.values()].filter((places) => places).length,
  };
}
