import { directionOf } from "#lib/domain/direction.ts";
import type { Report } from "#lib/domain/report.ts";
import { languageTag } from "#lib/formats/report/html-article.ts";
import type { Voice } from "#lib/formats/report/voice.ts";

/** The language of the article's own words, where it is another than the report's. */
export function articleTongue({ article }: Report, { language }: Voice): { readonly lang?: string } {
  const tag = article.language === null ? null : languageTag(article.language);
  return tag === null || tag === language ? {} : { lang: tag };
}

/** The same, and the direction of these words. */
export function tongueOf(words: string, { report, voice }: { readonly report: Report; readonly voice: Voice }) {
  return { dir: directionOf(words), ...articleTongue(report, voice) };
}
