import Link from "next/link";
import type { PartHeading } from "#core/series/spine.ts";

/** A published text that a report is about. */
export interface ReportedText {
  readonly id: string;
  readonly title: string;
  /** Where it stands, down to the part. */
  readonly href: string;
  /** The version that is published now. */
  readonly version: string;
  /** The version that was read, where it is known. */
  readonly readVersion: string | undefined;
  readonly part: PartHeading | undefined;
}

/** Which text, version and part, with the way back to where they stand, and what the form sends of them. */
export function AboutText({ text }: { readonly text: ReportedText }) {
  const { id, title, href, version, readVersion, part } = text;
  const isOutdated = readVersion !== undefined && readVersion !== version;
  return (
    <div>
      <p className="font-serif text-lead">
        <Link href={href}>{title}</Link>
      </p>
      <p className="sounding mt-1">
        {id}
        {readVersion !== undefined && `, version ${readVersion}`}
        {part && `, “${part.heading}”`}
      </p>
      {isOutdated && (
        <p className="mt-3 text-small text-ink-soft">
          It is at version {version} now, and may say this differently: please look again before you write.
        </p>
      )}
      <input type="hidden" name="text" defaultValue={id} />
      <input type="hidden" name="version" defaultValue={readVersion ?? ""} />
      <input type="hidden" name="part" defaultValue={part?.part ?? ""} />
    </div>
  );
}
