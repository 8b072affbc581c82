import type { AuditPage, AuditRow } from "#core/triage/audit-view.ts";
import type { AuditQuery } from "#core/triage/audit.schema.ts";
import type { Colleague } from "#core/triage/situation-view.ts";
import { When } from "../when.tsx";
import { VerifyChain } from "./verify-chain.tsx";

interface AuditTrailProps {
  readonly page: AuditPage;
  readonly query: AuditQuery;
  readonly people: readonly Colleague[];
}

/** The trail, newest first. All of it but the walk over the chain works without scripts. */
export function AuditTrail({ page, query, people }: AuditTrailProps) {
  const { rows, next } = page;
  return (
    <div className="triage grid gap-6">
      <VerifyChain />
      <Filters query={query} people={people} />
      {rows.length === 0 ? (
        <p className="text-small text-ink-soft">Nothing of this kind was done.</p>
      ) : (
        <table className="audit-table">
          <caption className="sr-only">The audit trail, newest first</caption>
          <thead>
            <tr className="sounding">
              <th scope="col">No.</th>
              <th scope="col">When</th>
              <th scope="col">Who</th>
              <th scope="col">Did</th>
              <th scope="col">To</th>
              <th scope="col">With</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Entry key={row.seq} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {next !== null && (
        <p>
          <a href={hrefOf({ ...query, before: next })} className="action">
            Show earlier ones
          </a>
        </p>
      )}
    </div>
  );
}

function Entry({ row }: { readonly row: AuditRow }) {
  const { seq, at, actor, actorId, action, subjectKind, subjectId, details } = row;
  const inOrder = Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = inOrder.map(([name, value]) => `${name} ${shortened(String(value))}`);
  const only = (subject: string) => hrefOf({ subject, actor: "", action: "" });
  return (
    <tr>
      <td data-label="No." className="sounding">
        {seq}
      </td>
      <td data-label="When" className="sounding">
        <When iso={at} />
      </td>
      <td data-label="Who">
        {actor?.name ?? (actorId === null ? "the product, or a visitor" : `${shortened(actorId)}, gone`)}
      </td>
      <td data-label="Did" className="font-mono">
        {action}
      </td>
      <td data-label="To">
        <span>
          {subjectKind}{" "}
          <a href={only(subjectId)} className="font-mono" title={subjectId}>
            {shortened(subjectId)}
          </a>
        </span>
      </td>
      <td data-label="With" className="font-mono text-ink-soft">
        {said.join(" · ")}
      </td>
    </tr>
  );
}

/** The beginning of an id tells it apart; whatever else stands here is short. */
function shortened(text: string): string {
  return /^[0-9a-f]{8}-/.test(text) ? text.slice(0, 8) : text;
}

function hrefOf({ subject, actor, action, before }: AuditQuery): string {
  const said = Object.entries({ subject, actor, action, before: before ?? "" })
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return said.length === 0 ? "/console/audit" : `/console/audit?${said.join("&")}`;
}

interface FiltersProps {
  readonly query: AuditQuery;
  readonly people: readonly Colleague[];
}

function Filters({ query, people }: FiltersProps) {
  const isKnown = query.actor === "" || people.some(({ id }) => id === query.actor);
  return (
    <form
      method="get"
      action="/console/audit"
      role="search"
      className="console-tools flex flex-wrap items-end gap-x-4 gap-y-2 border-y border-rule py-3"
    >
      <label className="grid min-w-0 flex-1 basis-60">
        <span className="sounding">Subject: an id, or a kind such as “situation”</span>
        <input name="subject" className="field" defaultValue={query.subject} maxLength={100} />
      </label>
      <label className="grid min-w-40 flex-1">
        <span className="sounding">Action begins with</span>
        <input name="action" className="field" defaultValue={query.action} maxLength={100} />
      </label>
      <label className="grid min-w-40">
        <span className="sounding">Who</span>
        <select name="actor" className="field" defaultValue={query.actor}>
          <option value="">Anybody</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {!isKnown && <option value={query.actor}>{shortened(query.actor)}</option>}
        </select>
      </label>
      <button type="submit" className="action">
        Show
      </button>
    </form>
  );
}
