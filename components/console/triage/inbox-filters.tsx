import { STATE_FILTERS, type SituationFilters, type StateFilter } from "#core/triage/filters.schema.ts";
import type { Colleague, SituationList } from "#core/triage/situation-view.ts";
import { OPEN_STATES, SITUATION_STATES, STATE_WORDS } from "#core/triage/states.ts";
import { useRef, useState } from "react";
import { addressOf, goTo, type Place } from "./use-place.ts";

export const SEARCH_ID = "inbox-search";
/** Milliseconds after the last letter. */
const PAUSE = 180;

interface InboxFiltersProps {
  readonly place: Place;
  readonly found: Pick<SituationList, "counts" | "wroteAgain"> | undefined;
  readonly me: Colleague;
  readonly colleagues: readonly Colleague[];
}

/** What of the inbox is shown: a form and links, so that it works without scripts as well. */
export function InboxFilters({ place, found, me, colleagues }: InboxFiltersProps) {
  const { filters } = place;
  const set = (change: Partial<SituationFilters>, how: "push" | "replace" = "push") =>
    goTo({ ...place, filters: { ...filters, ...change } }, how);
  return (
    <div className="console-tools border-y border-rule">
      <form
        method="get"
        action="/console"
        role="search"
        className="flex flex-wrap items-end gap-x-4 gap-y-2 py-3"
        onSubmit={(event) => event.preventDefault()}
      >
        <input type="hidden" name="state" value={filters.state} />
        <Search q={filters.q} onSearch={(q) => set({ q }, "replace")} />
        <Choice
          name="who"
          label="Whose"
          value={filters.who}
          options={[
            ["anyone", "Anyone’s"],
            ["me", "Mine"],
            ["nobody", "Nobody’s"],
            ...colleagues.filter(({ id }) => id !== me.id).map(({ id, name }) => [id, name] as const),
          ]}
          onChoose={(who) => set({ who })}
        />
        <Choice
          name="verified"
          label="Senders"
          value={filters.verified}
          options={[
            ["any", "All senders"],
            ["yes", "Verified"],
            ["no", "Not verified"],
          ]}
          onChoose={(verified) => set({ verified: verified as SituationFilters["verified"] })}
        />
        <noscript>
          <button type="submit" className="action">
            Show
          </button>
        </noscript>
      </form>
      <nav aria-label="States" className="border-t border-hairline">
        <ul className="-mx-2 flex flex-wrap">
          {STATE_FILTERS.map((state) => (
            <li key={state}>
              <a
                href={addressOf({ filters: { ...filters, state }, openId: null })}
                aria-current={filters.state === state ? "page" : undefined}
                className="state-filter"
                onClick={(event) => {
                  event.preventDefault();
                  set({ state });
                }}
              >
                {state === "open" || state === "all" ? state : STATE_WORDS[state]}
                {found && <span className="sounding">{countOf(state, found)}</span>}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function countOf(
  state: StateFilter,
  { counts, wroteAgain }: Pick<SituationList, "counts" | "wroteAgain">,
): number {
  if (state !== "open" && state !== "all") return counts[state];
  const all = state === "open" ? OPEN_STATES : SITUATION_STATES;
  return all.reduce((sum, one) => sum + counts[one], state === "open" ? wroteAgain : 0);
}

interface SearchProps {
  readonly q: string;
  readonly onSearch: (q: string) => void;
}

/** What is typed is looked for in a moment; the address follows it, and is followed when somebody goes back. */
function Search({ q, onSearch }: SearchProps) {
  const [typed, setTyped] = useState(q);
  const [seen, setSeen] = useState(q);
  const [isTyping, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (q !== seen) {
    setSeen(q);
    if (!isTyping) setTyped(q);
  }
  return (
    <label className="grid min-w-0 flex-1 basis-60">
      <span className="sounding">Search</span>
      <input
        type="search"
        name="q"
        id={SEARCH_ID}
        className="field"
        maxLength={200}
        autoComplete="off"
        placeholder="words, or a reference"
        value={typed}
        onFocus={() => setTyping(true)}
        onBlur={() => setTyping(false)}
        onChange={({ target: { value } }) => {
          setTyped(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onSearch(value), PAUSE);
        }}
      />
    </label>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ name, label, value, options, onChoose }: ChoiceProps) {
  return (
    <label className="grid min-w-32">
      <span className="sounding">{label}</span>
      <select name={name} className="field" value={value} onChange={({ target }) => onChoose(target.value)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
