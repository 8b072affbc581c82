import type { AccountDocument, AccountDocuments } from "#core/access/account-documents.ts";
import { engagementChoices } from "#core/engagements/engagement-choices.ts";
import { useId } from "react";
import type { HeldAccount } from "../account/account-context.ts";
import type { SessionRecord } from "../storage/session-database.ts";
import { placeOf } from "./place-of.ts";
import type { Documents } from "./use-documents.ts";

interface EngagementChoiceProps {
  readonly document: AccountDocument;
  readonly engagements: AccountDocuments["engagements"];
  readonly onFile: (engagementId: string | null) => void;
}

const ELSEWHERE = "elsewhere";

/** Which client's work a sketch of the account belongs to. Whoever has no engagement is not asked. */
export function EngagementChoice({ document, engagements, onFile }: EngagementChoiceProps) {
  const id = useId();
  const { title, engagement, isFiledElsewhere } = document;
  if (engagements.length === 0 && engagement === null && !isFiledElsewhere) return null;
  const choices = engagementChoices(engagements, engagement);
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-3 text-small text-ink-soft">
      <label htmlFor={id}>
        Engagement<span className="sr-only"> of {title}</span>
      </label>
      <select
        id={id}
        className="field w-auto max-w-56 min-w-0"
        value={isFiledElsewhere ? ELSEWHERE : (engagement?.id ?? "")}
        onChange={({ target }) => onFile(target.value === "" ? null : target.value)}
      >
        <option value="">None</option>
        {isFiledElsewhere && (
          <option value={ELSEWHERE} disabled>
            One you do not see
          </option>
        )}
        {choices.map(({ id: value, client }) => (
          <option key={value} value={value}>
            {client}
          </option>
        ))}
      </select>
    </p>
  );
}

interface PlacedEngagementProps {
  readonly held: HeldAccount;
  readonly record: SessionRecord;
  readonly attempt: Documents["attempt"];
}

/** The same for a sketch of this browser that is in the account as well. */
export function PlacedEngagement({ held: { account, state }, record, attempt }: PlacedEngagementProps) {
  const place = placeOf(record, state);
  if (state.list === null || place?.kind !== "in-account" || place.document.deletedAt !== null) return null;
  const { document } = place;
  return (
    <EngagementChoice
      document={document}
      engagements={state.list.engagements}
      onFile={(id) => void attempt(() => account.file(document.id, id))}
    />
  );
}
