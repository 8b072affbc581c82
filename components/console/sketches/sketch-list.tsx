import Link from "next/link";
import type { ReactNode } from "react";
import type { AccountDocument, AccountDocuments } from "#core/access/account-documents.ts";
import type { SketchAct } from "#core/access/sketch-acts.ts";

interface SketchListProps {
  readonly id: string;
  readonly heading: string;
  readonly about?: string;
  /** What stands here when there is none. */
  readonly none: string;
  readonly kept: AccountDocuments;
  readonly documents: readonly AccountDocument[];
}

/** Documents of an account, newest change first, with what can be done with each. Works without scripts. */
export function SketchList({ id, heading, about, none, kept, documents }: SketchListProps) {
  return (
    <section aria-labelledby={id} className="mt-10 first:mt-0">
      <h2 id={id} className="sounding pb-2">
        {heading}
      </h2>
      {documents.length === 0 ? (
        <p className="border-y border-hairline py-4 text-small text-ink-soft">{none}</p>
      ) : (
        <ul className="border-b border-hairline">
          {documents.map((document) => (
            <SketchEntry key={document.id} document={document} kept={kept} />
          ))}
        </ul>
      )}
      {about !== undefined && <p className="mt-2 max-w-read text-small text-ink-soft">{about}</p>}
    </section>
  );
}

function SketchEntry({
  document,
  kept,
}: {
  readonly document: AccountDocument;
  readonly kept: AccountDocuments;
}) {
  const { id, title, deletedAt, mayBin } = document;
  return (
    <li className="grid gap-x-10 gap-y-2 border-t border-hairline py-4 md:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0">
        <h3 className="font-serif text-lead break-words">
          {deletedAt === null ? (
            <Link href={`/workbench?document=${id}`} prefetch={false}>
              {title}
            </Link>
          ) : (
            title
          )}
        </h3>
        <Soundings document={document} me={kept.person.id} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-small">
        {deletedAt === null && <TeamForm document={document} kept={kept} />}
        {mayBin && deletedAt === null && <Act act="bin" of={document} label="Put into the bin" />}
        {mayBin && deletedAt !== null && <Act act="restore" of={document} label="Take out of the bin" />}
        {mayBin && deletedAt !== null && <Act act="delete" of={document} label="Delete for good" />}
      </div>
    </li>
  );
}

/** When it changed, how large it is, and whose. */
function Soundings({ document, me }: { readonly document: AccountDocument; readonly me: string }) {
  const { owner, team, deletedAt } = document;
  return (
    <p className="sounding mt-1 flex flex-wrap gap-x-4">
      <span>
        changed <Instant at={document.changedAt} />
      </span>
      <span>{size(document.bytes)}</span>
      <span>{owner.id === me ? "yours" : `of ${owner.name}`}</span>
      {team !== null && <span>shared with {team.name}</span>}
      {document.situationId !== null && <span>for a situation</span>}
      {document.engagement !== null && (
        <span className="wrap-anywhere">
          for{" "}
          <Link href={`/console/engagements/${document.engagement.id}`} prefetch={false}>
            {document.engagement.client}
          </Link>
        </span>
      )}
      {deletedAt !== null && (
        <span>
          in the bin since <Instant at={deletedAt} />
        </span>
      )}
    </p>
  );
}

/** Its owner moves it to a team of theirs or back; the lead of its team gives it back. */
function TeamForm({
  document,
  kept,
}: {
  readonly document: AccountDocument;
  readonly kept: AccountDocuments;
}) {
  const { id, title, team, owner, mayBin } = document;
  if (owner.id !== kept.person.id) {
    return mayBin && team !== null ? (
      <Act act="share" of={document} label={`Give it back to ${owner.name}`} />
    ) : null;
  }
  if (kept.teams.length === 0 && team === null) return null;
  return (
    <Form act="share" id={id}>
      <select
        name="team"
        aria-label={`Who else has ${title}`}
        defaultValue={team?.id ?? ""}
        className="field max-w-44 min-w-0"
      >
        <option value="">Nobody else</option>
        {teamsWith(kept, team).map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
      <button type="submit" className="action" aria-label={`Share ${title} with whom you chose`}>
        Share
      </button>
    </Form>
  );
}

/** The team it is in is among them, even when whoever asks has left it. */
function teamsWith({ teams }: AccountDocuments, team: AccountDocument["team"]): AccountDocuments["teams"] {
  return team === null || teams.some(({ id }) => id === team.id) ? teams : [team, ...teams];
}

interface ActProps {
  readonly act: SketchAct;
  readonly of: AccountDocument;
  readonly label: string;
}

function Act({ act, of: { id, title }, label }: ActProps) {
  return (
    <Form act={act} id={id}>
      <button type="submit" className="action action-quiet" aria-label={`${label}: ${title}`}>
        {label}
      </button>
    </Form>
  );
}

interface FormProps {
  readonly act: SketchAct;
  readonly id: string;
  readonly children: ReactNode;
}

function Form({ act, id, children }: FormProps) {
  return (
    <form method="post" action="/console/sketches" className="flex items-center gap-2">
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="document" value={id} />
      {children}
    </form>
  );
}

/** To the minute, in the one time zone everybody can count from. */
function Instant({ at }: { readonly at: string }) {
  return <time dateTime={at}>{`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}</time>;
}

function size(bytes: number): string {
  return bytes < 1024 ? "under 1 KiB" : `${Math.round(bytes / 1024)} KiB`;
}
