import { PlainPage } from "#components/desk/plain-page.tsx";

/** Below the desk's own bar, for what somebody who is signed in does not find. */
export default function NotFound() {
  return (
    <PlainPage
      sentence="There is nothing at this address."
      next="It may have been withdrawn, or it belongs to another desk."
      link={{ href: "/articles", words: "To the articles" }}
    />
  );
}
