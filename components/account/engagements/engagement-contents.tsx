import { Button } from "#components/ui/button.tsx";
import { useId, type ReactNode } from "react";
import type { EngagementSheet, FiledSituationRow } from "#core/engagements/engagement-view.ts";
import { STATE_WORDS, type SituationState } from "#core/triage/states.ts";
import { Part } from "../part.tsx";
import { counted } from "./engagement-list.tsx";
import { EngagementForm } from "./engagement-words.tsx";

interface ContentsProps {
  readonly engagement: EngagementSheet;
  readonly ownId: string;
}

/** The sketches that whoever looks may open, and those they may put in. */
export function EngagementDocumentsPart({ engagement, ownId }: ContentsProps) {
  const { documents, othersDocuments, choosable } = engagement;
  return (
    <Part heading="Sketches" sounding={counted(documents.length, "sketch", "sketches")}>
      {documents.length === 0 && othersDocuments === 0 && (
        <p className="max-w-read">No sketch is in it yet.</p>
      )}
      {documents.length > 0 && (
        <ul className="border-t border-hairline">
          {documents.map(({ id, title, changedAt, owner, team }) => (
            <Row
              key={id}
              heading={
                <a href={`/workbench?document=${id}`} dir="auto">
                  {title}
                </a>
              }
              soundings={[
                `changed ${day(changedAt)}`,
                owner.id === ownId ? "yours" : `of ${owner.name}`,
                ...(team === null ? [] : [`shared with ${team.name}`]),
              ]}
            >
              <TakeOut engagement={engagement} name="document" value={id} what={title} />
            </Row>
          ))}
        </ul>
      )}
      {othersDocuments > 0 && (
        <p className="max-w-read text-small text-ink-soft">
          {documents.length > 0 ? "And " : ""}
          {counted(othersDocuments, "sketch", "sketches")} that only others may open. Whoever it belongs to
          can share it with a team you are in.
        </p>
      )}
      <PutIn
        engagement={engagement}
        name="document"
        label="A sketch of yours or of your teams"
        none="Every sketch in your account is in an engagement, or there is none yet. In the workbench, “Take it into your account” puts one there."
        choices={choosable.map(({ id, title }) => [id, title])}
      />
    </Part>
  );
}

/** What came in through the form of the site; for those who read it there as well. */
export function EngagementSituationsPart({ engagement }: Pick<ContentsProps, "engagement">) {
  const { situations, choosableSituations } = engagement;
  if (situations === null) return null;
  return (
    <Part heading="Situations" sounding={counted(situations.length, "situation")}>
      {situations.length === 0 && <p className="max-w-read">No situation is in it.</p>}
      {situations.length > 0 && (
        <ul className="border-t border-hairline">
          {situations.map((situation) => (
            <Row
              key={situation.id}
              heading={
                <a href={`/console/situations/${situation.id}`} dir="auto">
                  {nameOf(situation)}
                </a>
              }
              soundings={[
                STATE_WORDS[situation.state as SituationState],
                `received ${day(situation.receivedAt)}`,
                situation.reference,
              ]}
            >
              <TakeOut
                engagement={engagement}
                name="situation"
                value={valueOf(situation)}
                what={nameOf(situation)}
              />
            </Row>
          ))}
        </ul>
      )}
      <PutIn
        engagement={engagement}
        name="situation"
        label="A situation that is in no engagement"
        none="Every situation in the inbox is in an engagement, or there is none."
        choices={choosableSituations.map((one) => [
          valueOf(one),
          `${nameOf(one)} (${one.reference.slice(0, 9)})`,
        ])}
      />
    </Part>
  );
}

type NamedSituation = Pick<FiledSituationRow, "id" | "reference" | "system" | "name" | "revision">;

function nameOf({ system, name, reference }: NamedSituation): string {
  if (system !== "") return system;
  return name === "" ? reference : `From ${name}`;
}

function valueOf({ id, revision }: NamedSituation): string {
  return `${id} ${revision}`;
}

interface RowProps {
  readonly heading: ReactNode;
  readonly soundings: readonly string[];
  /** What else is known of it, where that is a list of its own. */
  readonly below?: ReactNode;
  /** What can be done takes a line of its own: something opens there, and nothing is to move away from the pointer. */
  readonly isLong?: boolean;
  readonly children: ReactNode;
}

/** One thing in an engagement: what it is, what is known of it, and what can be done with it. */
export function Row({ heading, soundings, below, isLong = false, children }: RowProps) {
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-hairline py-3">
      <div className="min-w-0 flex-1 basis-64">
        <h3 className="font-serif text-lead wrap-anywhere">{heading}</h3>
        <p className="sounding mt-1 flex flex-wrap gap-x-4 wrap-anywhere">
          {soundings.map((said) => (
            <span key={said}>{said}</span>
          ))}
        </p>
        {below}
      </div>
      <div
        className={`flex flex-wrap items-baseline gap-x-4 text-small ${isLong ? "basis-full [&>details]:basis-full" : ""}`}
      >
        {children}
      </div>
    </li>
  );
}

interface TakeOutProps {
  readonly engagement: EngagementSheet;
  readonly name: "document" | "situation";
  readonly value: string;
  readonly what: string;
}

function TakeOut({ engagement, name, value, what }: TakeOutProps) {
  return (
    <EngagementForm name={`remove-${name}`} of={engagement}>
      <input type="hidden" name={name} value={value} />
      <Button type="submit" rank="quiet" aria-label={`Take out: ${what}`}>
        Take out
      </Button>
    </EngagementForm>
  );
}

interface PutInProps {
  readonly engagement: EngagementSheet;
  readonly name: "document" | "situation";
  readonly label: string;
  readonly none: string;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

function PutIn({ engagement, name, label, none, choices }: PutInProps) {
  const id = useId();
  if (choices.length === 0) return <p className="max-w-read text-small text-ink-soft">{none}</p>;
  return (
    <EngagementForm
      name={`add-${name}`}
      of={engagement}
      label={`Put in a ${name === "document" ? "sketch" : name}`}
      className="flex flex-wrap items-end gap-3"
    >
      <div className="grid min-w-0 flex-1 basis-56 gap-1 sm:max-w-96">
        <label htmlFor={id} className="sounding">
          {label}
        </label>
        <select id={id} name={name} className="field min-w-0">
          {choices.map(([value, said]) => (
            <option key={value} value={value}>
              {said}
            </option>
          ))}
        </select>
      </div>
      <Button type="submit">Put in</Button>
    </EngagementForm>
  );
}

function day(iso: string): string {
  return iso.slice(0, 10);
}
