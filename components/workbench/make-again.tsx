import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useEffectEvent } from "react";
import type { Documents } from "./documents/use-documents.ts";
import { loadKeptReport } from "./report/load-kept-report.ts";
import { latePart, NOT_LOADED, useOnDemand } from "./use-loaded.ts";

const sheet = latePart(() => import("./report/kept-report-sheet.tsx"));

/** The report that the address names, on a sheet of its own; the sketch on the table stays as it is. */
export function MakeAgain({ documents }: { readonly documents: Documents }) {
  const asked = useSearchParams();
  const [engagement, report] = [asked.get("engagement"), asked.get("report")];
  const isWanted = engagement !== null && report !== null;
  const router = useRouter();
  const close = () => router.replace("/workbench");
  const giveUp = (why: string) => {
    documents.say(why);
    documents.also("Your own sketches are here.");
    close();
  };
  const { data, error } = useQuery({
    ...{ queryKey: ["kept-report", engagement, report], enabled: isWanted, retry: false, gcTime: 0 },
    // What is kept does not change, and while it is made again nothing takes its place.
    staleTime: Infinity,
    queryFn: () => loadKeptReport(engagement ?? "", report ?? ""),
  });
  const loaded = useOnDemand(sheet, isWanted, () => giveUp(NOT_LOADED));
  const refuse = useEffectEvent(giveUp);
  useEffect(() => {
    if (isWanted && error !== null) refuse(error.message);
  }, [isWanted, error]);
  if (!isWanted || data === undefined || loaded === null) return null;
  return (
    <loaded.KeptReportSheet
      report={data}
      onClose={close}
      onOpenSketch={(session) => void documents.startWith(session).then((isOpen) => isOpen && close())}
    />
  );
}
