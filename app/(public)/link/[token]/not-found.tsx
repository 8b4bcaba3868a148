import { SpentLink } from "#components/desk/link-form.tsx";

export default function SpentLinkPage() {
  return <SpentLink />;
}
