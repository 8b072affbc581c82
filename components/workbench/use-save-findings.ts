import { download, fileNameOf } from "./download.ts";
import type { FindingsFormat } from "./findings-file.ts";
import { useWorkbench } from "./workbench-context.ts";

/** Hands the findings of the open session over as a file; what writes them is loaded when it is first needed. */
export function useSaveFindings(): (format: FindingsFormat) => void {
  const { session, diagnosis, announce } = useWorkbench();
  const save = async (format: FindingsFormat) => {
    const { findingsFile } = await import("./findings-file.ts");
    const { ending, mediaType, text } = findingsFile(session, diagnosis, format);
    download(fileNameOf(session.architecture.title, ending), mediaType, text);
  };
  return (format) =>
    void save(format).catch(() =>
      announce("The findings could not be written. Load the page again and try once more."),
    );
}
