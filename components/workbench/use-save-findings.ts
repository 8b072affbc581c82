import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { findingsOf } from "#core/report/findings.ts";
import { renderJson } from "#core/report/render-json.ts";
import { renderMarkdown } from "#core/report/render-markdown.ts";
import { download, fileNameOf } from "./download.ts";
import { useWorkbench } from "./workbench-context.ts";

/** Hands the findings of the open session over as a file. */
export function useSaveFindings(): { readonly markdown: () => void; readonly json: () => void } {
  const { session, diagnosis } = useWorkbench();
  const save = (ending: string, mediaType: string, render: typeof renderJson) =>
    download(
      fileNameOf(session.architecture.title, ending),
      mediaType,
      render(findingsOf(session, diagnosis, CATALOGUE), session),
    );
  return {
    markdown: () => save(".findings.md", "text/markdown", renderMarkdown),
    json: () => save(".findings.json", "application/json", renderJson),
  };
}
