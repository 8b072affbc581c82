/**
 * The colours and faces of the chart as fallbacks. Every element also carries a class, so a stylesheet that knows the
 * tokens overrides them (presentation attributes lose against any rule) and a file that stands alone still looks right.
 */
export const INK = {
  paper: "#fbfaf5",
  ink: "#15222b",
  soft: "#43535d",
  faint: "#5e6d77",
  rule: "#8a989f",
  land: "#f4efe0",
  seam: "#ad0f6b",
} as const;

export const FACE = {
  sans: "'Hanken Grotesk Variable', 'Hanken Grotesk', 'Helvetica Neue', Arial, sans-serif",
  mono: "'IBM Plex Mono', ui-monospace, Menlo, monospace",
} as const;
