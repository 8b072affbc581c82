import type { ByteFile } from "#core/interchange/decode-text.ts";
import type { ImportFormat } from "#core/interchange/importer.ts";
import { useEffect, useState } from "react";
import { readInWorker, type FilesRead } from "./read-in-worker.ts";

interface Reading {
  /** What was read last; null before anything was. */
  readonly read: FilesRead | null;
  readonly isReading: boolean;
  /** What a person says that the files are; null for what they look like. */
  readonly wanted: ImportFormat | null;
  readonly readAs: (format: ImportFormat) => void;
}

interface Done extends Pick<Reading, "wanted"> {
  readonly files: readonly ByteFile[];
  readonly read: FilesRead;
}

/** Reads the files, as what they look like or as what a person says that they are. Ends with whoever shows it. */
export function useReading(files: readonly ByteFile[]): Reading {
  const [wanted, readAs] = useState<ImportFormat | null>(null);
  const [last, setLast] = useState<Done | null>(null);
  useEffect(() => {
    const shown = new AbortController();
    const asked = { files, at: new Date().toISOString(), format: wanted };
    void readInWorker(asked, shown.signal).then((read) => {
      if (!shown.signal.aborted) setLast({ files, wanted, read });
    });
    return () => shown.abort();
  }, [files, wanted]);
  const isReading = last?.files !== files || last.wanted !== wanted;
  return { read: last?.read ?? null, isReading, wanted, readAs };
}
