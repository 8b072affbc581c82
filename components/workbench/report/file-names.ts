import { EXPORTERS } from "#core/interchange/exporters.ts";
import { REPORT_FORMATS } from "#reports/report-formats.ts";

export const KEY_NAME = "Key to the names";

/** How a file is called to those who want it, by the key it is made under. */
export function fileNameFor(key: string): string {
  if (Object.hasOwn(REPORT_FORMATS, key)) return REPORT_FORMATS[key as keyof typeof REPORT_FORMATS].name;
  if (key === "key") return KEY_NAME;
  return EXPORTERS.find(({ format }) => format === key)?.name ?? key;
}
