import { reportDocument } from "#core/report/blocks/compose.ts";
import { makeReport } from "#reports/make-report.ts";
import type { ReportFormat } from "#reports/report-formats.ts";
import { sha256 } from "#tests/support/report-files.ts";
import { reportOn, sessionWithAnswers } from "#tests/support/reports.ts";
import { expect, test } from "vitest";
import { nodeAssets } from "../../../scripts/report-assets/node-assets.ts";

const session = sessionWithAnswers({
  title: "Two parts",
  summary: "",
  objects: [],
  boundaries: [],
  components: [
    { id: "a", name: "Gate", kind: "gateway", facts: {}, boundaries: [], notes: "", numbers: {} },
    { id: "b", name: "Store 日本", kind: "store", facts: {}, boundaries: [], notes: "", numbers: {} },
    { id: "c", name: "数据库 भुगतान", kind: "store", facts: {}, boundaries: [], notes: "", numbers: {} },
  ],
  connections: [],
  agreements: [],
  history: [],
} as never);

test.each(["pdf", "docx", "png"] as const)(
  "a hundred times %s is a hundred times the same file",
  { timeout: 300_000 },
  async (format: ReportFormat) => {
    const report = reportOn(session);
    expect(reportDocument(report).blocks.length).toBeGreaterThan(5);
    const sums = new Set<string>();
    for (let i = 0; i < 100; i++) sums.add(sha256(await makeReport(report, format, nodeAssets())));
    expect(sums.size).toBe(1);
  },
);
