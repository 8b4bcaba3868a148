"use client";

import { KeyLine, type KeyView } from "#components/keys/key-line.tsx";
import { Form } from "#components/ui/form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { FormAction } from "#lib/domain/form-state.ts";

type Props = {
  keys: readonly KeyView[];
  /** Where everybody reads the public halves. */
  address: string;
  /** `id`: of the new key. */
  rotate: FormAction;
  /** `id`, `reason`. */
  revoke: FormAction;
};

/** The keys that the desk signs its reports with, for administrators. The whole `main` of a page. */
export function KeysPage({ keys, address, rotate, revoke }: Props) {
  const signs = keys.some((key) => key.retiredAt === null && key.revokedAt === null);
  return (
    <main className="wrap narrow" id="main">
      <div className="phead">
        <h1>Signing keys</h1>
      </div>
      <p className="soft">
        Every edition of a report is signed with the desk’s key, so that anybody can check that it is yours and
        unchanged. The first publication makes a key by itself.
      </p>
      <section className="sec" aria-labelledby="keys-head">
        <h2 id="keys-head">
          Keys of this desk <small>{keys.length}</small>
        </h2>
        {keys.length === 0 && <p className="faint">There is none yet. The first published report makes one.</p>}
        <ul className="rows keylist">
          {keys.map((key) => (
            <KeyLine key={key.keyId} line={key} revoke={revoke} />
          ))}
        </ul>
        <Form
          action={rotate}
          label={signs ? "Make a new key" : "Make a key"}
          makesId
          afterSave="clear"
          onSaved={() => showToast("The new key signs from now on.")}
        >
          <div className="acts">
            <SubmitButton variant="plain">{signs ? "Make a new key" : "Make a key"}</SubmitButton>
            <span className="why">
              {signs
                ? "It signs from now on. The present one retires; what it has signed stays as it is."
                : "It signs from the next publication on."}
            </span>
          </div>
        </Form>
      </section>
      <section className="sec" aria-labelledby="outside-head">
        <h2 id="outside-head">How others check a report</h2>
        <p>
          On <a href="/verify">the page that checks a file</a>, without an account; nothing is uploaded. Or on their own
          machine, without a network: <code>npx stet verify FILE --keys KEYS</code>. KEYS is the file that this address
          gives to everybody:
        </p>
        <p className="data">
          <a href={address} dir="ltr">
            {address}
          </a>
        </p>
        <p>
          Print that address, or the key itself, where readers already trust you, such as your masthead or page of
          methods: whoever has it from there needs nobody’s word for it.
        </p>
      </section>
    </main>
  );
}
