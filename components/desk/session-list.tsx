"use client";

import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Moment } from "#components/ui/time.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

export type SessionView = {
  readonly id: string;
  readonly userAgent: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
};

type Props = { sessions: readonly SessionView[]; currentId: string; end: FormAction; endOthers: FormAction };

/** Where one is signed in, each of which can be ended at once. */
export function SessionList({ sessions, currentId, end, endOthers }: Props) {
  return (
    <section className="sec" aria-labelledby="sessions-head">
      <h2 id="sessions-head">
        Where you are signed in <small>{sessions.length}</small>
      </h2>
      {sessions.length === 0 && <p className="faint">You are signed in nowhere.</p>}
      <ul className="rows">
        {sessions.map((session) => (
          <li key={session.id}>
            <div>
              <p>
                <b>
                  <bdi>{deviceWords(session.userAgent)}</bdi>
                </b>
                {session.id === currentId && " (this one)"}
              </p>
              <p className="aside">
                Signed in <Moment iso={session.createdAt} />, last seen <Moment iso={session.lastSeenAt} />
              </p>
            </div>
            {session.id !== currentId && (
              <Form
                action={end}
                label="End this session"
                hidden={{ id: session.id }}
                onSaved={() => showToast("That session has ended.")}
              >
                <SubmitButton variant="plain">End session</SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <Form
          action={endOthers}
          label="End every other session"
          onSaved={() => showToast("Every other session has ended.")}
        >
          <div className="acts">
            <SubmitButton variant="plain">End every other session</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}

const browsers = ["Firefox", "Edg", "OPR", "Chrome", "Safari"] as const;
const systems = ["Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux"] as const;
const known: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera", "Mac OS X": "macOS" };

/** "Firefox on Linux": enough to know one's own machine again. The order of the lists is the order of precedence. */
function deviceWords(userAgent: string): string {
  const browser = browsers.find((name) => userAgent.includes(`${name}/`));
  const system = systems.find((name) => userAgent.includes(name));
  const words = [browser, system].flatMap((name) => (name === undefined ? [] : [known[name] ?? name]));
  return words.length === 0 ? "An unknown browser" : words.join(" on ");
}
