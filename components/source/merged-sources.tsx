"use client";

import { SourceAbout, sourceName } from "#components/evidence/source-line.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";
import type { SourcePage } from "#lib/domain/source-views.ts";

type Props = {
  source: SourcePage;
  /** Parts one again; null where the reader may not. */
  action: FormAction | null;
};

/** What was merged into a source, each with the way back. */
export function MergedSources({ source, action }: Props) {
  if (source.merged.length === 0) return null;
  return (
    <section className="sec" aria-labelledby="merged">
      <h2 id="merged">Merged into it</h2>
      <ul className="rows">
        {source.merged.map((merged) => (
          <li key={merged.id}>
            <div>
              <p className="name">
                <bdi>{sourceName(merged)}</bdi>
              </p>
              <p className="meta">
                <SourceAbout source={merged} />
                {merged.address !== "" && <bdi className="data">{merged.address}</bdi>}
              </p>
            </div>
            {action !== null && (
              <Form
                action={action}
                label={`Part ${sourceName(merged)}`}
                hidden={{ id: merged.id }}
                onSaved={() => showToast("It stands for itself again.")}
              >
                <SubmitButton variant="plain">
                  Part it again<span className="vh">: {sourceName(merged)}</span>
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
