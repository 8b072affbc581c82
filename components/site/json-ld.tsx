/** Data about a page for machines. It is not executed, and a `<` in it cannot end its element. */
export function JsonLd({ data }: { readonly data: object }) {
  const text = JSON.stringify(data).replaceAll("<", "\\u003c");
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />;
}
