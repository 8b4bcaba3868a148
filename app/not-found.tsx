import { PlainBar } from "#components/desk/plain-bar.tsx";
import { PlainPage } from "#components/desk/plain-page.tsx";

export default function NotFound() {
  return (
    <>
      <PlainBar />
      <PlainPage
        sentence="There is nothing at this address."
        next="It may have been withdrawn, or it belongs to another desk."
        link={{ href: "/articles", words: "To the articles" }}
      />
    </>
  );
}
