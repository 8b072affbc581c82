import type { ReportedText } from "#components/intake/reported-text.tsx";
import { REPORT_VERSION, type ErrorReportDraft } from "#core/intake/error-report-form.ts";
import { PATTERN_SPINE, SPINE, type PartHeading } from "#core/series/spine.ts";
import type { CaseEntry, PatternEntry } from "#core/series/text-entry.ts";
import { cases } from "#content/generated/cases.ts";
import { patterns } from "#content/generated/patterns.ts";

interface Published {
  readonly matter: (CaseEntry | PatternEntry)["matter"];
  readonly folder: string;
  readonly spine: readonly PartHeading[];
}

function findPublished(id: string): Published | undefined {
  const named = ({ matter }: CaseEntry | PatternEntry) => matter.id === id;
  const found = cases.find(named);
  if (found !== undefined) return { ...found, folder: "cases", spine: SPINE };
  const pattern = patterns.find(named);
  return pattern && { ...pattern, folder: "patterns", spine: PATTERN_SPINE };
}

/**
 * The published text that a report names by its id; undefined where it names none. Of version and part only what a link
 * of ours can say is believed.
 */
export function findReportedText({
  text,
  version,
  part,
}: Pick<ErrorReportDraft, "text" | "version" | "part">): ReportedText | undefined {
  const published = findPublished(text);
  if (published === undefined) return undefined;
  const { matter, folder, spine } = published;
  const heading = spine.find((one) => one.part === part);
  return {
    id: matter.id,
    title: matter.title,
    href: `/${folder}/${matter.slug}${heading ? `#${heading.id}` : ""}`,
    version: matter.version,
    readVersion: REPORT_VERSION.test(version) ? version : undefined,
    part: heading,
  };
}
