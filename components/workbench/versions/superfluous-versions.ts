import type { VersionRecord } from "../storage/version-database.ts";

/** Of the versions that nobody named the latest of these are kept, */
export const LATEST_KEPT = 20;
/** and beyond them the last of each day, for so many days. */
export const DAYS_KEPT = 20;

/** The versions that make room for later ones. A named version never does. */
export function superfluousVersions(latestFirst: readonly VersionRecord[]): readonly VersionRecord[] {
  const earlier = latestFirst.filter(({ name }) => name === null).slice(LATEST_KEPT);
  const lastOfDay = new Map<string, VersionRecord>();
  for (const version of earlier) {
    const day = version.at.slice(0, 10);
    if (!lastOfDay.has(day)) lastOfDay.set(day, version);
  }
  const kept = new Set([...lastOfDay.values()].slice(0, DAYS_KEPT));
  return earlier.filter((version) => !kept.has(version));
}
