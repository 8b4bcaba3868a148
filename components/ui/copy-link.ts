import { showToast } from "#components/ui/toast.tsx";

/** Puts a link on the clipboard and says so; says `otherwise` without the permission, or without https. */
export async function copyLink(link: string, otherwise: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    showToast("The link is copied.");
  } catch {
    // The sentence says how it can be had by hand.
    showToast(otherwise);
  }
}
