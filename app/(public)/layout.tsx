import type { ReactNode } from "react";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="bar">
        <span className="wordmark">stet</span>
      </header>
      {children}
    </>
  );
}
