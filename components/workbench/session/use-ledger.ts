import { ledgerOf, type LedgerEntry } from "#core/report/ledger.ts";
import { useMemo } from "react";
import { useWorkbench } from "../workbench-context.ts";

export function useLedger(): readonly LedgerEntry[] {
  const { session, diagnosis } = useWorkbench();
  return useMemo(() => ledgerOf(session, diagnosis), [session, diagnosis]);
}
