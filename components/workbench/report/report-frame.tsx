import { useMemo, useRef, useState } from "react";

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
  const end = useRef<HTMLSpanElement>(null);
  const [dressed, setDressed] = useState<string | null>(null);
  const { page, styles } = useMemo(() => undress(html), [html]);
  return (
    <div className="report-frame">
      <button
        type="button"
        className="action action-quiet report-frame-skip"
        onClick={() => end.current?.focus()}
      >
        Skip the preview
      </button>
      <iframe
        ref={frame}
        title="Preview of the report"
        // Of this page's origin, so that it can be dressed; without scripts, so that nothing comes of that.
        sandbox="allow-same-origin"
        srcDoc={page}
        // A report is long: laid out while it is read, and again when it is dressed, it would hold up the page.
        hidden={dressed !== html}
        onLoad={() => {
          if (frame.current === null) return;
          dress(frame.current, styles);
          setDressed(html);
        }}
      />
      <span ref={end} tabIndex={-1} className="sr-only">
        End of the preview
      </span>
    </div>
  );
}

/** What is long in a report takes about its place until it is scrolled to, and is laid out then. */
const ONLY_WHAT_IS_SEEN =
  "main > :is(figure, .table, ul, ol, dl) { contain-intrinsic-size: auto 20rem; content-visibility: auto; }";

/** Texts of people are escaped in a report: what opens as a style sheet in it is one of ours. */
function undress(html: string): { readonly page: string; readonly styles: string } {
  const styles: string[] = [];
  const page = html.replaceAll(/<style>([^<]*)<\/style>/g, (_, sheet: string) => {
    styles.push(sheet);
    return "";
  });
  return { page, styles: styles.join("\n") };
}

function dress(frame: HTMLIFrameElement, styles: string): void {
  const { contentWindow, contentDocument } = frame;
  if (contentWindow === null || contentDocument === null) return;
  const { CSSStyleSheet: Sheet } = contentWindow as Window & typeof globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(`${styles}\n${ONLY_WHAT_IS_SEEN}`);
  contentDocument.adoptedStyleSheets = [sheet];
  contentDocument.addEventListener("keydown", ({ key }) => {
    // What is pressed in a frame is not heard around it, and the sheet it lies on is closed with this key.
    if (key === "Escape") frame.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
  contentDocument.addEventListener("click", (event) => {
    const link = (event.target as Element | null)?.closest("a");
    if (!link) return;
    // A frame made of a text has no address: a link in it would open this page in the frame.
    event.preventDefault();
    const href = link.getAttribute("href") ?? "";
    if (href.startsWith("#")) goTo(contentDocument.getElementById(decodeURIComponent(href.slice(1))));
    else open(link.href, "_blank", "noopener");
  });
}

/** As a browser does it: the next press of Tab goes on from there. */
function goTo(target: HTMLElement | null): void {
  if (target === null) return;
  target.tabIndex = -1;
  target.style.outline = "none";
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}
