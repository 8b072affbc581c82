import type { ByteFile } from "#core/interchange/decode-text.ts";
import type { ImportFormat } from "#core/interchange/importer.ts";
import { useEffect, useState } from "react";
import type { FilesRead } from "./bring-in-work.ts";
import { startReader, type Reader } from "./reader.ts";

interface Reading {
  /** What was read last; null before anything was. */
  readonly read: (FilesRead & Pick<Reader, "merge">) | null;
  readonly isReading: boolean;
  /** What a person says that the files are; null for what they look like. */
  readonly wanted: ImportFormat | null;
  readonly readAs: (format: ImportFormat) => void;
}

interface Done extends Pick<Reading, "wanted"> {
  readonly files: readonly ByteFile[];
  readonly read: NonNullable<Reading["read"]>;
}

/** Reads the files, as what they look like or as what a person says that they are. Ends with whoever shows it. */
export function useReading(files: readonly ByteFile[]): Reading {
  const [wanted, readAs] = useState<ImportFormat | null>(null);
  const [last, setLast] = useState<Done | null>(null);
  useEffect(() => {
    const reader = startReader();
    let isShown = true;
    void reader.read({ files, at: new Date().toISOString(), format: wanted }).then((read) => {
      if (isShown) setLast({ files, wanted, read: { ...read, merge: reader.merge } });
    });
    return () => {
      isShown = false;
      reader.end();
    };
  }, [files, wanted]);
  const isReading = last?.files !== files || last.wanted !== wanted;
  return { read: last?.read ?? null, isReading, wanted, readAs };
}
