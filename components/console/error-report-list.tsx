import type { ErrorReport } from "#core/intake/error-report.schema.ts";

interface ErrorReportListProps {
  /** Times are ISO 8601. */
  readonly reports: readonly (ErrorReport & { readonly reference: string; readonly receivedAt: string })[];
}

/** Everything in it was written by somebody else, and is shown as text: an address is not a link. */
export function ErrorReportList({ reports }: ErrorReportListProps) {
  if (reports.length === 0)
    return <p className="border-t border-rule py-6 text-ink-soft">Nobody has reported anything.</p>;
  return (
    <ol>
      {reports.map((report) => (
        <li key={report.reference} className="depth">
          <div>
            <h2 className="text-base font-semibold break-words">{report.text}</h2>
            <p className="sounding mt-1 grid gap-1">
              <time dateTime={report.receivedAt}>{report.receivedAt.slice(0, 16).replace("T", " ")} UTC</time>
              {report.version !== null && <span>Version {report.version}</span>}
              <span className="break-words">{report.reference}</span>
            </p>
          </div>
          <dl className="grid max-w-read gap-4">
            {said(report).map(([label, words]) => (
              <div key={label}>
                <dt className="sounding">{label}</dt>
                <dd className="font-serif text-read break-words whitespace-pre-line">{words}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function said({
  part,
  wrong,
  shouldSay,
  source,
  email,
}: ErrorReport): readonly (readonly [string, string])[] {
  const answers = [
    ["Where", part],
    ["What is wrong", wrong],
    ["What it should say", shouldSay],
    ["Source", source],
    ["Answer to", email],
  ] as const;
  return answers.filter((answer): answer is readonly [(typeof answer)[0], string] => Boolean(answer[1]));
}
