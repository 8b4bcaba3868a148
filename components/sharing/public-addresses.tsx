import { SharingCopy } from "#components/sharing/sharing-copy.tsx";
import type { SharingView } from "#components/sharing/sharing-view.ts";
import { Moment } from "#components/ui/time.tsx";

/** Where everybody finds the report, each address with a button that copies it. */
export function PublicAddresses({ view: { addresses, publication, isHeld } }: { view: SharingView }) {
  return (
    <>
      <h3 className="sech mt-6">Addresses</h3>
      {isHeld && publication.embargoUntil !== null && (
        <p className="soft mb-3">
          Until <Moment iso={publication.embargoUntil} /> these, and those of claims, say that there is nothing.
        </p>
      )}
      <ul className="grid gap-3">
        {addresses.map(({ name, note, href }) => (
          <li key={href}>
            <p>
              <a className="link" href={href} target="_blank" rel="noopener">
                {name}
              </a>{" "}
              <span className="aside">{note}</span>
            </p>
            <SharingCopy what="address" of={name} words={href} />
          </li>
        ))}
      </ul>
    </>
  );
}
