import type { ReactNode } from "react";
import { PlainBar } from "#components/desk/plain-bar.tsx";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <PlainBar />
      {children}
    </>
  );
}
