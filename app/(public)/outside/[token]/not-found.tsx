import { PlainPage } from "#components/desk/plain-page.tsx";

export default function NoSuchLink() {
  return <PlainPage sentence="This link does nothing any more." next="Ask whoever gave it to you for a new one." />;
}
