interface ReportErrorProps {
  /** The id of the text, its version, and the part that is wrong. */
  readonly text: string;
  readonly version: string;
  readonly part: string;
  readonly heading: string;
}

/** Every part of a published text can be contradicted from where it stands. */
export function ReportError({ text, version, part, heading }: ReportErrorProps) {
  const query = new URLSearchParams({ text, version, part });
  return (
    <a
      href={`/report-an-error?${query.toString()}`}
      className="report-error"
      aria-label={`Report an error in “${heading}”`}
    >
      report an error
    </a>
  );
}
