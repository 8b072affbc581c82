import { subjectName } from "#core/report/wording.ts";
import type { LedgerEntry } from "#core/report/ledger.ts";
import { useId, type ReactNode } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { elementsOfCandidate, useLighting } from "./lighting.ts";

interface SeamArticleProps {
  readonly entry: LedgerEntry;
  readonly children: ReactNode;
}

/** One seam, stitched at its edge and named by its two sides; what it rests on is lit while somebody is at it. */
export function SeamArticle({ entry: { between, explanations }, children }: SeamArticleProps) {
  const { session } = useWorkbench();
  const id = useId();
  const [lead] = explanations;
  return (
    <article aria-labelledby={id} className="stitched py-1 pl-5" {...useLighting(elementsOfCandidate(lead))}>
      <h3 id={id} className="text-small font-medium">
        {subjectName(session.architecture, { agreement: between })}
      </h3>
      {children}
    </article>
  );
}
