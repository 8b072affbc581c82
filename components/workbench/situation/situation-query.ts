import type { SituationDetail } from "#core/triage/situation-view.ts";
import type { QueryClient } from "@tanstack/react-query";

const REFUSED: Readonly<Record<number, string>> = {
  401: "Sign in to see the situation.",
  403: "The situation is shown to staff only.",
  404: "There is no such situation.",
};

/** A situation as staff read it. Nobody else gets it, and nothing of the sketch is sent. */
export function situationQuery(id: string) {
  return {
    queryKey: ["situation", id],
    staleTime: 30_000,
    retry: false,
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<SituationDetail> => {
      const response = await fetch(`/api/console/situations/${encodeURIComponent(id)}`, { signal });
      if (!response.ok) throw new Error(REFUSED[response.status] ?? "The situation could not be loaded.");
      return (await response.json()) as SituationDetail;
    },
  };
}

export function loadSituation(client: QueryClient, id: string): Promise<SituationDetail> {
  return client.query(situationQuery(id));
}
