import "server-only";
import { revalidatePath } from "next/cache";

/** Has every page of the desk read anew: a change of one claim shows in the text, the queue, the tallies. */
export function refresh(): void {
  revalidatePath("/", "layout");
}
