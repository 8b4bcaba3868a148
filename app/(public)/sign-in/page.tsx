import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { signedIn } from "#lib/server/session.ts";
import { PasswordDoor } from "../doors.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage() {
  if ((await signedIn()) !== null) redirect("/articles");
  return <PasswordDoor />;
}
