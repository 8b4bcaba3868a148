import { ArticleText } from "#components/article/article-text.tsx";
import { ClaimStore } from "#components/article/claim-store.ts";
import { ClaimsContext } from "#components/article/claims-context.ts";
import { sheetOf } from "#lib/domain/sheet.ts";
import type { Fixture } from "./fixture.ts";

export function storeOf({ text, blocks, claims }: Fixture): ClaimStore {
  return new ClaimStore({ articleId: "bench", sheet: sheetOf(text, blocks), claims, open: null });
}

/** The sheet of the product with the product's own components, without the bars above it. */
export function Sheet({ store }: { store: ClaimStore }) {
  return (
    <ClaimsContext value={store}>
      <article className="galley">
        <ArticleText />
      </article>
    </ClaimsContext>
  );
}
