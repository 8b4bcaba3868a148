import { publicPath } from "#lib/domain/publication.ts";

/** Where an edition stands in public, on a site that is named by its address without a trailing slash. */
export function editionAddress(site: string, { articleId, number }: { articleId: string; number: number }): string {
  return `${site}${publicPath(articleId, number)}`;
}

/** Where the public halves of a desk's keys are read. */
export function keysAddress(site: string, deskId: string): string {
  return `${site}/.well-known/stet-keys/${deskId}`;
}
