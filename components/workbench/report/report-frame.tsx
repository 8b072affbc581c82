import { useRef } from "react";

interface ReportFrameProps {
  /** A report as one page: ours, with texts of people in it as texts. */
  readonly html: string;
}

/**
 * A report in a frame of its own, in which no script runs. The policy of this page holds in the frame too and refuses
 * style sheets that stand in a text, so the report's are handed to it from here.
 */
export function ReportFrame({ html }: ReportFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const { page, styles } = undress(html);
  return (
    <iframe
      ref={frame}
      title="Preview of the report"
      // Of this page's origin, so that it can be dressed; without scripts, so that nothing comes of that.
      sandbox="allow-same-origin"
      srcDoc={page}
      className="report-frame"
      onLoad={() => {
        if (frame.current !== null) dress(frame.current, styles);
      }}
    />
  );
}

/** Texts of people are escaped in a report: what opens as a style sheet in it is one of ours. */
function undress(html: string): { readonly page: string; readonly styles: string } {
  const styles: string[] = [];
  const page = html.replaceAll(/<style>([^<]*)<\/style>/g, (_, sheet: string) => {
    styles.push(sheet);
    return "";
  });
  return { page, styles: styles.join("\n") };
}

function dress({ contentWindow, contentDocument }: HTMLIFrameElement, styles: string): void {
  if (contentWindow === null || contentDocument === null) return;
  const { CSSStyleSheet: Sheet } = contentWindow as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(styles);
  contentDocument.adoptedStyleSheets = [sheet];
  contentDocument.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest("a");
    if (!link) return;
    // A frame made of a text has no address: a link in it would open this page in the frame.
    event.preventDefault();
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("#"))
      contentDocument.getElementById(decodeURIComponent(href.slice(1)))?.scrollIntoView();
    else open(link.href, "_blank", "noopener");
  });
}
