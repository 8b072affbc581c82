import { Button } from "#components/ui/button.tsx";
import type { SituationDetail } from "#core/triage/situation-view.ts";
import { useQuery } from "@tanstack/react-query";
import { useDraft } from "../session/use-draft.ts";
import { situationQuery } from "./situation-query.ts";

const TEXTS = [
  ["failing", "Keeps failing"],
  ["works", "Works meanwhile"],
  ["tried", "Tried, and what came next"],
  ["relied", "Who relied on what"],
  ["known", "Known"],
  ["unanswered", "Nobody could answer"],
] as const satisfies readonly (readonly [keyof SituationDetail, string])[];

/** The situation that is being diagnosed, in the visitor's own words, above the steps. It folds away, and it can be made higher. */
export function SituationPanel({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery(situationQuery(id));
  const [folded, setFolded] = useDraft(`situation folded ${id}`);
  return (
    <details
      className="situation-panel"
      open={folded === ""}
      onToggle={({ currentTarget }) => setFolded(currentTarget.open ? "" : "yes")}
    >
      <summary className="cursor-pointer py-3 text-small font-semibold">
        The situation{data && <span className="sounding ml-3 font-normal">{data.reference.slice(0, 9)}</span>}
      </summary>
      <div className="situation-panel-text" tabIndex={0} role="group" aria-label="What was sent in">
        {data !== undefined && <Texts detail={data} />}
        {error !== null && (
          <p className="text-small">
            {error.message}{" "}
            <Button rank="quiet" onClick={() => void refetch()}>
              Try again
            </Button>
          </p>
        )}
        {data === undefined && error === null && <p className="text-small text-ink-soft">Loading…</p>}
      </div>
    </details>
  );
}

function Texts({ detail }: { readonly detail: SituationDetail }) {
  const given = TEXTS.filter(([field]) => detail[field] !== "");
  return (
    <>
      <dl className="grid gap-3">
        {given.map(([field, label]) => (
          <div key={field}>
            <dt className="sounding">{label}</dt>
            <dd dir="auto" className="font-serif text-base whitespace-pre-wrap">
              {detail[field]}
            </dd>
          </div>
        ))}
      </dl>
      {given.length === 0 && <p className="text-small">Its texts were erased.</p>}
      <p className="mt-3 text-small">
        <a href={`/console/situations/${detail.id}`}>In the inbox</a>
      </p>
    </>
  );
}
