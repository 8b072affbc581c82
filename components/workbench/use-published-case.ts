import type { Fact } from "#core/architecture/architecture.schema.ts";
import { parseIncident, type Incident } from "#core/architecture/incident.schema.ts";
import { readFact } from "#core/architecture/reading.ts";
import { sketchGraph } from "#core/architecture/sketch-graph.ts";
import type { FactAddress } from "#core/architecture/subject.ts";
import { UNKNOWN } from "#core/architecture/vocabulary.ts";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import type { QueryClient } from "@tanstack/react-query";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

/** What the published record of a case says to a question: an answer, nothing, or that these two need not agree. */
export type Documented =
  | { readonly kind: "says"; readonly value: FactValue }
  | { readonly kind: "silent" }
  | { readonly kind: "independent" };
export type DocumentedAnswer = (address: FactAddress) => Documented;

function caseQuery(slug: string) {
  return {
    queryKey: ["case", slug],
    staleTime: Infinity,
    retry: 1,
    queryFn: async ({ signal }: { readonly signal: AbortSignal }): Promise<Incident> => {
      const response = await fetch(`/cases/${encodeURIComponent(slug)}/incident.json`, { signal });
      if (response.status === 404) throw new Error("There is no published case of this name.");
      if (!response.ok) throw new Error("The published case could not be loaded.");
      const parsed = parseIncident(await response.json());
      if (!parsed.ok) throw new Error("The published case could not be read.");
      return parsed.value;
    },
  };
}

export function loadCase(client: QueryClient, slug: string): Promise<Incident> {
  return client.query(caseQuery(slug));
}

/** Null while there is no record to ask: no case, not loaded yet, or not to be had. */
export function useDocumentedAnswers(slug: string | null): DocumentedAnswer | null {
  const { data } = useQuery({ ...caseQuery(slug ?? ""), enabled: slug !== null });
  return useMemo(() => (data === undefined ? null : documentedIn(data)), [data]);
}

function documentedIn({ architecture }: Incident): DocumentedAnswer {
  const graph = sketchGraph(architecture);
  const factOf = ({ about, fact }: FactAddress): Fact | undefined => {
    if ("component" in about) return graph.components.get(about.component)?.facts[fact];
    if ("connection" in about) return graph.connections.get(about.connection)?.facts[fact];
    return graph.agreement(...about.agreement)?.facts[fact];
  };
  return (address) => {
    const { about } = address;
    if ("agreement" in about && graph.agreement(...about.agreement) === undefined) {
      return { kind: "independent" };
    }
    const reading = readFact(factOf(address));
    if (reading.kind === "known") return { kind: "says", value: reading.value };
    return reading.kind === "unknown" ? { kind: "says", value: UNKNOWN } : { kind: "silent" };
  };
}
