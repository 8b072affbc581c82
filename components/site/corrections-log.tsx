import type { CaseMatter } from "#core/series/case.schema.ts";
import { sayDate } from "./wording.ts";

/** What was wrong in a case, what it says now, and since which version. */
export function CorrectionsLog({ version, corrections }: Pick<CaseMatter, "version" | "corrections">) {
  if (corrections.length === 0) {
    return <p className="text-small text-ink-soft">None so far. This is version {version}.</p>;
  }
  return (
    <dl className="grid gap-y-3 text-small">
      {corrections.map((one) => (
        <div key={one.version + one.was}>
          <dt className="sounding">
            {sayDate(one.date)}, version {one.version}, in “{one.part}”
          </dt>
          <dd>
            <del className="text-ink-faint">{one.was}</del> <ins className="no-underline">{one.now}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}
