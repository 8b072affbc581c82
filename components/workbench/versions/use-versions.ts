import type { Session } from "#core/document/session.schema.ts";
import type { Result } from "#core/result.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { listVersions, type VersionRecord } from "../storage/version-database.ts";
import { readVersion } from "./session-versions.ts";

/** The browser's own database is there without a network, and asking it twice for the same is asking once. */
const LOCAL = { networkMode: "always", retry: false, staleTime: Infinity } as const;

export interface Versions {
  readonly list: readonly VersionRecord[];
  readonly isRead: boolean;
  readonly refresh: () => Promise<void>;
}

export function useVersions(session: string): Versions {
  const client = useQueryClient();
  const { data, isSuccess } = useQuery({
    ...LOCAL,
    queryKey: ["versions", session],
    queryFn: () => listVersions(session),
    refetchOnMount: "always",
  });
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: ["versions", session] }),
    [client, session],
  );
  return { list: data ?? [], isRead: isSuccess, refresh };
}

/** What a version says; undefined while it is being read. */
export function useVersion(id: string | null): Result<Session, string> | undefined {
  const { data } = useQuery({
    ...LOCAL,
    queryKey: ["version", id],
    queryFn: () => readVersion(id ?? ""),
    enabled: id !== null,
  });
  return data;
}
