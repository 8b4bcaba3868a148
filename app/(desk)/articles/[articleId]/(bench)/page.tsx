/** The text with nothing open beside it: the layout shows it all. */
export default function ArticlePage() {
  return null;
}
