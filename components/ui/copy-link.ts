import { showToast } from "#components/ui/toast.tsx";

type Words = { otherwise: string; copied?: string };

/** Puts a link, or what `copied` speaks of, on the clipboard and says so; says `otherwise` without the permission or https. */
export async function copyLink(link: string, { otherwise, copied = "The link is copied." }: Words): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    showToast(copied);
  } catch {
    // The sentence says how it can be had by hand.
    showToast(otherwise);
  }
}
