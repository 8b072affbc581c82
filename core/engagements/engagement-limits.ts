/** How much of engagements is kept: characters, counts and bytes. */
export const ENGAGEMENT_LIMITS = {
  client: 120,
  note: 4000,
  /** That one person owns, closed ones included. */
  engagements: 500,
  /** In one engagement. */
  reports: 200,
  /** Of the session of one report. */
  sessionBytes: 5 * 1024 * 1024,
  /** Of a report as it is sent: its session, escaped once more, and its logo. */
  sentBytes: 12 * 1024 * 1024,
  /** Of all reports in the engagements of one person. */
  keptBytes: 256 * 1024 * 1024,
} as const;

/** What is said of a sketch beyond `sessionBytes`, and what can be done instead. */
export const TOO_LARGE_TO_KEEP =
  "The sketch takes more than the 5 MiB that are kept with a report. Save the report as JSON and put that file with the client’s papers: it opens in the workbench as this sketch.";
