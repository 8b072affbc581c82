import type { Session } from "#core/document/session.schema.ts";
import type { Result } from "#core/result.ts";
import { useEffect, useState } from "react";
import type { FoundMerge } from "./bring-in-work.ts";
import type { Corrections } from "./corrected.ts";
import type { Reader } from "./reader.ts";

interface Found {
  readonly there: Session;
  readonly corrections: Corrections;
  readonly result: Result<FoundMerge, string>;
}

/** What would come of what was read in a sketch, found out anew whenever one of them changes; null while it is. */
export function useMerge(
  merge: Reader["merge"],
  /** Null where it is not to come into any. */
  there: Session | null,
  corrections: Corrections,
): Found["result"] | null {
  const [found, setFound] = useState<Found | null>(null);
  useEffect(() => {
    if (there === null) return;
    let isWanted = true;
    void merge({ there, corrections }).then((result) => {
      if (isWanted) setFound({ there, corrections, result });
    });
    return () => {
      isWanted = false;
    };
  }, [merge, there, corrections]);
  return found?.there === there && found.corrections === corrections ? found.result : null;
}
