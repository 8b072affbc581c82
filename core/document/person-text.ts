import { LIMITS } from "../architecture/architecture.schema.ts";

/** What a person typed, as a name: one line, trimmed, within limits. Empty when nothing is left. */
export function asName(text: string): string {
  return Array.from(text.toWellFormed().replaceAll(/\s+/g, " ").trim())
    .slice(0, LIMITS.name / 2)
    .join("")
    .trim();
}

/** What a person typed, as a text of any lines within limits. */
export function asText(text: string): string {
  return text.slice(0, LIMITS.text).toWellFormed();
}
