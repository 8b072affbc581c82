import type { ByteFile } from "#core/interchange/decode-text.ts";
import type { ImportFormat } from "#core/interchange/importer.ts";
import { useEffect, useState } from "react";
import type { FilesRead } from "./bring-in-work.ts";
import { startReader, type Reader } from "./reader.ts";

interface Reading {
  /** Null while it is being read. */
  readonly read: (FilesRead & Pick<Reader, "merge">) | null;
  readonly readAs: (format: ImportFormat) => void;
}

/** Reads the files, as what they look like or as what a person says that they are. Ends with whoever shows it. */
export function useReading(files: readonly ByteFile[]): Reading {
  const [format, setFormat] = useState<ImportFormat | null>(null);
  const [read, setRead] = useState<Reading["read"]>(null);
  useEffect(() => {
    const reader = startReader();
    let isShown = true;
    void reader.read({ files, at: new Date().toISOString(), format }).then((done) => {
      if (isShown) setRead({ ...done, merge: reader.merge });
    });
    return () => {
      isShown = false;
      reader.end();
    };
  }, [files, format]);
  return {
    read,
    readAs: (wanted) => {
      setRead(null);
      setFormat(wanted);
    },
  };
}
