import type { SituationFilters } from "#core/triage/filters.schema.ts";

/** Under which names the browser keeps what the console shows. The server fills the first of them. */
export const INBOXES = ["situations"] as const;
export const inboxKey = (filters: SituationFilters) => [...INBOXES, filters] as const;
export const situationKey = (id: string) => ["situation", id] as const;
