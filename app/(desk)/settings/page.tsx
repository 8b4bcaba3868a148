import { redirect } from "next/navigation";
import { isAtLeast } from "#lib/domain/role.ts";
import { pageContext } from "#lib/server/session.ts";

/** Settings have no page of their own: administrators begin with the desk, everybody else with their account. */
export default async function SettingsPage() {
  const { actor } = await pageContext();
  redirect(isAtLeast(actor.role, "admin") ? "/settings/colleagues" : "/settings/account");
}
