const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

/** As in 21 November 2026. */
export function sayDay(at: Date): string {
  return DAY.format(at);
}
