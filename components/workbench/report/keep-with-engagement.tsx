import { Button } from "#components/ui/button.tsx";
import type { AccountDocuments } from "#core/access/account-documents.ts";
import { useId, useState } from "react";
import type { FilesProps } from "./file-list.tsx";
import { useKeepReport, type KeptElsewhere } from "./use-keep-report.ts";

interface KeepProps extends FilesProps {
  readonly list: AccountDocuments;
  readonly elsewhere: KeptElsewhere;
}

/** The one thing here that leaves the browser, and only for those who are signed in and press it. */
export function KeepWithEngagement({ list, elsewhere, ...files }: KeepProps) {
  const id = useId();
  const { engagements, documents } = list;
  const filed = documents.find((document) => document.id === elsewhere.documentId)?.engagement;
  const [chosen, choose] = useState(filed?.id);
  const engagement = engagements.find((one) => one.id === chosen) ?? engagements[0];
  const { isPossible, keep, sentence } = useKeepReport(files, elsewhere);
  return (
    <div className="keep-part text-small">
      <div className="grid max-w-read content-start gap-2 text-ink-soft">
        <p>
          What the report is made from is then kept in the account, the sketch with all its names and what is
          said of the report, so that everybody who works on the engagement can make it again, byte for byte.
        </p>
        {files.settings?.isAnonymous === true && (
          <p>
            The key to the names is not kept: save it above, and keep it yourself. Whoever can make the report
            again can make the key again as well.
          </p>
        )}
      </div>
      <div className="grid content-start gap-3">
        <div className="min-w-0">
          <label htmlFor={id} className="sounding block">
            Engagement
          </label>
          <select
            id={id}
            className="field mt-1 min-w-0"
            value={engagement?.id}
            onChange={({ target }) => choose(target.value)}
          >
            {engagements.map(({ id: value, client }) => (
              <option key={value} value={value}>
                {client}
              </option>
            ))}
          </select>
        </div>
        <div>
          <Button
            aria-disabled={!isPossible}
            onClick={() => {
              if (engagement !== undefined) void keep(engagement);
            }}
          >
            Keep this report
          </Button>
        </div>
        <p role="status">{sentence}</p>
      </div>
    </div>
  );
}
