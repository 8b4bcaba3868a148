/** The paragraphs of an article that drafts are made from. */
export const paragraphs: readonly string[] = [
  "The harbour board bought two electric boats in the spring of 2021, the first of their kind on this coast.",
  "On the first morning they carried 212 passengers across the sound, more than the old steamer had in a week.",
  "The service lost 1.9 million crowns last year, the auditors wrote in May, and the loss is growing.",
  "Its director called the figures a disappointment, but said that “nobody was surprised” by them.",
  "A third boat has been ordered all the same. It will cost 14 million crowns and arrive in two years.",
  "Whether the town can pay for it is a question that the council has put off until after the election.",
];

export const ferry = paragraphs.join("\n\n");

/** The article with some of its words replaced, which must be there. */
export function edited(words: string, by: string, text: string = ferry): string {
  if (!text.includes(words)) throw new Error(`The draft does not say: ${words}`);
  return text.replace(words, by);
}
