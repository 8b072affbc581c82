import type { ByteFile } from "#core/interchange/decode-text.ts";
import type { ImportFormat } from "#core/interchange/importer.ts";
import { useEffect, useState } from "react";
import { readInWorker, type FilesRead } from "./read-in-worker.ts";

interface Reading {
  /** Null while it is being read. */
  readonly read: FilesRead | null;
  readonly readAs: (format: ImportFormat) => void;
}

/** Reads the files, as what they look like or as what a person says that they are. Ends with whoever shows it. */
export function useReading(files: readonly ByteFile[]): Reading {
  const [format, setFormat] = useState<ImportFormat | null>(null);
  const [read, setRead] = useState<FilesRead | null>(null);
  useEffect(() => {
    const shown = new AbortController();
    const asked = { files, at: new Date().toISOString(), format };
    void readInWorker(asked, shown.signal).then((done) => {
      if (!shown.signal.aborted) setRead(done);
    });
    return () => shown.abort();
  }, [files, format]);
  return {
    read,
    readAs: (wanted) => {
      setRead(null);
      setFormat(wanted);
    },
  };
}
