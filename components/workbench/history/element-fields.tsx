import type { HistoryEntry } from "#core/architecture/architecture.schema.ts";
import { subjectName } from "#core/report/wording.ts";
import { useId, useState } from "react";
import { useWorkbench } from "../workbench-context.ts";
import { Problem } from "./problem.tsx";

/** From here on a list is looked through by name. */
const MANY = 12;

interface ComponentsFieldProps {
  readonly chosen: readonly string[];
  readonly problem: string | undefined;
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The components it is about. Those that are chosen come first, and stay in sight whatever is looked for. */
export function ComponentsField({ chosen, problem, onChange }: ComponentsFieldProps) {
  const { session } = useWorkbench();
  const [sought, seek] = useState("");
  const [first] = useState(chosen);
  const id = useId();
  const { components } = session.architecture;
  const names = components.filter((component) => chosen.includes(component.id)).map(({ name }) => name);
  const isFound = (name: string) => name.toLowerCase().includes(sought.trim().toLowerCase());
  const shown = components
    .filter((component) => chosen.includes(component.id) || isFound(component.name))
    .toSorted((a, b) => Number(first.includes(b.id)) - Number(first.includes(a.id)));
  return (
    <fieldset data-field="about" tabIndex={-1} aria-describedby={`${id}-problem`} className="outline-none">
      <legend className="sounding">Which components it touched</legend>
      {names.length > 0 && <p className="text-small">{names.join(", ")}</p>}
      {components.length > MANY && (
        <input
          aria-label="Look for a component by name"
          className="field mt-1"
          value={sought}
          placeholder="Look for a name"
          onChange={({ target }) => seek(target.value)}
        />
      )}
      <div className="mt-1 max-h-48 overflow-y-auto border-y border-hairline">
        {shown.map((component) => (
          <label key={component.id} className="flex min-h-8 items-center gap-2 text-small">
            <input
              type="checkbox"
              className="accent-ink"
              checked={chosen.includes(component.id)}
              onChange={({ target }) =>
                onChange(
                  target.checked
                    ? [...chosen, component.id]
                    : chosen.filter((other) => other !== component.id),
                )
              }
            />
            {component.name}
          </label>
        ))}
      </div>
      <Problem id={`${id}-problem`} problem={problem} />
    </fieldset>
  );
}

const OUTCOMES = { "": "Not said", failed: "Failed", worked: "Worked" } as const;
type Outcome = keyof typeof OUTCOMES;

interface OutcomesFieldProps {
  readonly draft: HistoryEntry;
  readonly onChange: (change: Partial<HistoryEntry>) => void;
}

/** Selectively broken: which ways of the touched components failed, and which worked at the same time. */
export function OutcomesField({ draft, onChange }: OutcomesFieldProps) {
  const { session } = useWorkbench();
  const { about, failed, worked } = draft;
  const near = session.architecture.connections.filter(
    ({ id, from, to }) =>
      [from, to].some((end) => about.includes(end)) || failed.includes(id) || worked.includes(id),
  );
  if (near.length === 0) return null;
  const set = (id: string, outcome: Outcome) => {
    const others = (list: readonly string[]) => list.filter((other) => other !== id);
    onChange({
      failed: [...others(failed), ...(outcome === "failed" ? [id] : [])],
      worked: [...others(worked), ...(outcome === "worked" ? [id] : [])],
    });
  };
  return (
    <fieldset>
      <legend className="sounding">Which operations failed, and which worked meanwhile</legend>
      <div className="mt-1 max-h-60 overflow-y-auto border-y border-hairline">
        {near.map(({ id }) => (
          <label
            key={id}
            className="grid min-h-10 grid-cols-[minmax(0,1fr)_6.5rem] items-center gap-2 py-0.5 text-small"
          >
            {subjectName(session.architecture, { connection: id })}
            <select
              className="field"
              value={failed.includes(id) ? "failed" : worked.includes(id) ? "worked" : ""}
              onChange={({ target }) => set(id, target.value as Outcome)}
            >
              {Object.entries(OUTCOMES).map(([outcome, label]) => (
                <option key={outcome} value={outcome}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
