import type { HtmlElement } from "#lib/formats/import/html-tree.ts";

/** What the names that a page's makers gave an element (class, id, role and the like) say of its content. */
const kinds = {
  related:
    /\b(?:related|recommend\w*|recirc\w*|popular|trending|mostread|most read|more (?:from|stories|articles|posts|news)|also (?:like|read)|you may|similar|suggest\w*|read more|readmore|read next|up next|outbrain|taboola|teasers?|onward|latest|relacionad[ao]s?|relat[ei]d|verwandt\w*|weitere\w*|mais lid[ao]s|noticias|recentes?)\b/,
  step: /\b(?:next|prev|previous|pagination|pager|breadcrumbs?|paging)\b/,
  card: /\b(?:cards?|carousel|slider|swiper|slick|tiles?|grid|slides?|listing)\b/,
  share: /\b(?:share\w*|sharing|social\w*|follow|facebook|twitter|addtoany|sharedaddy|likes?)\b/,
  comment:
    /\b(?:comments?|commentlist|disqus|respond|reply|discussion|replies|coment[a-z]*|kommentar\w*|commentaires?)\b/,
  offer:
    /\b(?:newsletters?|subscri\w*|sign ?up|optin|cta|call to action|donat\w*|membership|paywall|promos?|promotion|mailchimp|convertkit|hs form|inline form)\b/,
  author: /\b(?:authors?|byline|bio|contributors?|writer|profile|vcard|staff)\b/,
  stamp:
    /\b(?:meta|date|time|timestamp|published|pubdate|tags?|categor(?:y|ies)|kicker|eyebrow|reading time|topics?|labels?|posted on)\b/,
  navigation: /\b(?:nav\w*|menus?|header|footer|masthead|topbar|toolbar|skip|sitenav|subnav|links?|tabs?)\b/,
  side: /\b(?:sidebar|side|aside|rail|widgets?|secondary|complementary|sticky|right)\b/,
  advertisement: /\b(?:ads?|advert\w*|sponsor\w*|banner|affiliate|partner|commercial|dfp|gpt|adsense)\b/,
  consent: /\b(?:cookies?|consent|gdpr|modal|popup|pop|overlay|dialog|toast|lightbox|onetrust|notice|alert)\b/,
  caption:
    /\b(?:captions?|credits?|wp caption text|photo\w*|image\w*|img|media|gallery|figure|slideshow|video\w*|embed\w*|thumb\w*)\b/,
  content:
    /\b(?:article\w*|body\w*|content|post|posts|entry|story\w*|text|main|rich|richtext|wysiwyg|prose|blog|paragraph|markdown|copy|hentry)\b/,
  introduction:
    /\b(?:lead|lede|intro\w*|standfirst|subtitle|sub title|deck|dek|subhead\w*|summary|excerpt|description|strapline|teaser text|sub headline)\b/,
  title: /\b(?:title|headline|heading|hero)\b/,
  quote: /\b(?:quote|pullquote|blockquote|tweet|twitter tweet)\b/,
  contents: /\b(?:toc|table of contents|contents|jump|ez toc|outline|anchor)\b/,
  faq: /\b(?:faqs?|accordion|question|answer|collaps\w*|toggle|details)\b/,
  note: /\b(?:footnotes?|references?|citations?|sources?|disclaimer|disclosure|corrections?|copyright|legal|notes?)\b/,
  product: /\b(?:product\w*|price|pricing|shop|cart|rating|reviews?|buy|deal|store|offer)\b/,
  form: /\b(?:forms?|search|login|register|field|input|btn|button\w*|wpcf7)\b/,
  unseen:
    /\b(?:hidden|hide|sr only|visually hidden|screen reader|screen reader text|d none|print|noscript|offscreen|mobile)\b/,
  event: /\b(?:events?|live|ticker|score|stats?|chart|infobox|info|box|facts?|callout|aside|sidebar|highlights?|key)\b/,
} as const;

export const nameKinds: readonly string[] = Object.keys(kinds);
const patterns = Object.values(kinds);
const naming = /^(?:class|id|role|itemprop|data-testid|data-component|data-module|data-type|aria-label|data-name)$/;
const longest = 300;

/** One bit for each of `nameKinds` that the element's names speak of, the first the lowest. */
export function nameKindsOf(element: HtmlElement): number {
  let names = element.tagName.includes("-") ? `${element.tagName} ` : "";
  for (const { name, value } of element.attrs) if (naming.test(name)) names += `${value.slice(0, longest)} `;
  if (names === "") return 0;
  const plain = names
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[^A-Za-z]+/g, " ")
    .toLowerCase();
  let bits = 0;
  for (const [index, pattern] of patterns.entries()) if (pattern.test(plain)) bits |= 1 << index;
  return bits;
}
