const UNITS = ["bytes", "kB", "MB"] as const;

/** How large a file is, as people say it: two or three figures. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} ${UNITS[0]}`;
  const [value, unit] = bytes < 999_500 ? [bytes / 1000, UNITS[1]] : [bytes / 1_000_000, UNITS[2]];
  return `${value.toFixed(value < 9.95 ? 1 : 0)} ${unit}`;
}
