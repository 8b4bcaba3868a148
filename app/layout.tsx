import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { ToastRegion } from "#components/ui/toast.tsx";
import { faces } from "./fonts.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Stet", template: "%s · Stet" },
  description: "A fact-checking editorial workbench",
  robots: { index: false, follow: false },
};

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

/** Reading a cookie keeps every page dynamic, which the nonces of the content security policy need. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = (await cookies()).get("theme")?.value;
  return (
    <html lang="en" dir="ltr" className={faces} data-theme={theme === "light" || theme === "dark" ? theme : undefined}>
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        {children}
        <LiveRegion />
        <ToastRegion />
      </body>
    </html>
  );
}
