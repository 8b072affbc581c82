import { readFileSync } from "node:fs";
import { describeProblems, readShape } from "#core/architecture/input-problem.schema.ts";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { renderKey } from "#core/report/anonymize.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import type { Logo } from "#core/report/report-document.ts";
import { ReportSettings } from "#core/report/report-settings.schema.ts";
import { reportOf } from "#core/report/report.ts";
import { makeReport } from "#reports/make-report.ts";
import { REPORT_FORMATS, type ReportFormat } from "#reports/report-formats.ts";
import { reportContext } from "#content/generated/report-context.ts";
import { nodeAssets } from "../report-assets/node-assets.ts";
import { oneOf, readArguments, type Command } from "./command.ts";
import { EXIT, fail } from "./exit.ts";
import { readSketch } from "./read-files.ts";
import { writeOut } from "./write-out.ts";

const FORMATS = Object.keys(REPORT_FORMATS) as ReportFormat[];

const OPTIONS = {
  as: { type: "string" },
  out: { type: "string", short: "o" },
  title: { type: "string" },
  client: { type: "string" },
  author: { type: "string" },
  date: { type: "string" },
  confidentiality: { type: "string" },
  logo: { type: "string" },
  anonymous: { type: "boolean", default: false },
  key: { type: "string" },
  site: { type: "string", default: "http://localhost:3000" },
  format: { type: "string" },
  quiet: { type: "boolean", default: false },
  memory: { type: "string" },
} as const;

export const reportCommand: Command = {
  help: `seamark report FILE… --as FORMAT [-o OUT] [options]

Writes what the sketch in FILE… (any format that import reads; - is standard input) came to, for those who decide.

  --as FORMAT             ${FORMATS.join(", ")}
  -o, --out OUT           the file to write; otherwise standard output
  --title, --client, --author, --confidentiality TEXT
                          what stands on the cover and at the foot of every page
  --date DATE             as in 2026-03-01; today when left out. The same sketch and date give the same bytes
  --logo FILE             a PNG or JPEG picture for the cover
  --anonymous --key KEY   replaces every name, and writes to KEY which name stands for which
  --site ADDRESS          where the published cases are, for links to them (http://localhost:3000)
  --quiet                 does not say what is being done
  --memory MB             how much memory it may take; otherwise as much as a sketch of this size needs
  --format FORMAT         says what the files are; otherwise they are recognized by what they hold

Exit code: 0, or 2 where a file or an option is refused.

Example: seamark report shop.seamark.json --as pdf --client "Harbour Ltd" -o shop.pdf`,
  run: async (args) => {
    const { files, values } = readArguments("report", args, OPTIONS);
    const as = oneOf("--as", FORMATS, values.as);
    if (values.anonymous !== (values.key !== undefined))
      fail("--anonymous and --key KEY belong together: without the key nobody can turn the names back.");
    const { session } = readSketch(files, values.format);
    const report = reportOf(
      session,
      diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session)),
      CATALOGUE,
      { ...reportContext, origin: values.site.replace(/(?<!\/)\/+$/, "") },
      settingsOf(values),
    );
    const say = (_: number, doing: string) => (values.quiet ? undefined : console.error(`${doing}.`));
    await writeOut(values.out, await makeReport(report, as, nodeAssets(), say));
    if (values.key !== undefined && report.key !== null) await writeOut(values.key, renderKey(report.key));
    return EXIT.done;
  },
};

type Values = ReturnType<typeof readArguments<typeof OPTIONS>>["values"];

function settingsOf({
  title,
  client,
  author,
  confidentiality,
  date,
  logo,
  anonymous,
}: Values): ReportSettings {
  const settings = readShape(ReportSettings, {
    title,
    client,
    author,
    confidentiality,
    date: date ?? today(),
    logo: logo === undefined ? null : readLogo(logo),
    isAnonymous: anonymous,
  });
  return settings.ok
    ? settings.value
    : fail(`The report cannot be made so: ${describeProblems(settings.error)}.`);
}

/** The day where the command runs, as its calendar has it. */
function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function readLogo(path: string): Logo {
  try {
    const bytes = new Uint8Array(readFileSync(path));
    return { mediaType: bytes[0] === 0xff ? "image/jpeg" : "image/png", bytes };
  } catch {
    return fail(`${path} cannot be read.`);
  }
}
