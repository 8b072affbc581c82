import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/findings.ts";
import { reportOf } from "#core/report/report.ts";
import { ReportSettings } from "#core/report/report-settings.schema.ts";
import { makeReport } from "#reports/make-report.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import { oneOf, readArguments, type Command } from "./command.ts";
import { EXIT, fail } from "./exit.ts";
import { readSketch } from "./read-files.ts";
import { writeOut } from "./write-out.ts";

const NAMES = Object.keys(REPORT_FORMATS) as ReportFormat[];

export const reportCommand: Command = {
  about: "writes the findings as a report",
  help: `seamark report`,
  run: async () => Promise.resolve(EXIT.done),
};
