import type { ImportNote } from "#core/interchange/importer.ts";

/** Where in a file something stands. A number is not left without its word at the end of a line. */
export function Place({ file, line }: Pick<ImportNote, "file" | "line">) {
  return (
    <span className="sounding block">
      {file}
      {line !== null && (
        <>
          , <span className="whitespace-nowrap">line {line}</span>
        </>
      )}
    </span>
  );
}
