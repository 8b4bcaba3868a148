import type { Metadata } from "next";
import { reportFileNames } from "#lib/server/public/report-path.ts";
import { VerifyDoor } from "./verify-door.tsx";

export const metadata: Metadata = { title: "Check a report", robots: { index: true, follow: true } };

/** Anybody may check a file; nothing is asked of the server but this page, and what this desk has published. */
export default function VerifyRoute() {
  return <VerifyDoor names={reportFileNames} />;
}
