import { Button } from "#components/ui/button.tsx";
import type { Architecture, Component, Connection } from "#core/architecture/architecture.schema.ts";
import { COMPONENT_KINDS } from "#core/architecture/vocabulary.ts";
import { withSameStructure } from "#live/same-structure.ts";
import { memo, useCallback, useEffect, useMemo, useState } from "react";
import { componentsSelected } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";

/** A connection as it reads under the component that it leaves. */
interface Leaving {
  readonly id: string;
  readonly kind: Connection["kind"];
  readonly words: string;
}

type LeavingById = Readonly<Partial<Record<string, readonly Leaving[]>>>;

const NONE: readonly Leaving[] = [];

/** The sketch as text: every component with what leaves it. Nothing on the canvas is out of reach from here. */
export function Outline() {
  const { session, selection, select } = useWorkbench();
  const { architecture } = session;
  const { add } = useSketchActions();
  const [project] = useState(createLeavingProjector);
  const leaving = useMemo(() => project(architecture), [project, architecture]);
  const ordered = useMemo(() => inReadingOrder(architecture.components), [architecture.components]);
  const selected = useMemo(() => new Set(selection.components), [selection.components]);
  const listed = useGrowing(ordered.length);
  const choose = useCallback(
    (id: string, isAdded: boolean) => {
      const others = isAdded ? selection.components.filter((other) => other !== id) : [];
      select(componentsSelected(...others, id));
    },
    [select, selection.components],
  );
  const follow = useCallback((connection: string) => select({ components: [], connection }), [select]);
  return (
    <div data-sketch>
      <ul>
        {ordered.slice(0, listed).map(({ id, name, kind }) => {
          const lines = leaving[id] ?? NONE;
          const isFollowed = lines.some((line) => line.id === selection.connection);
          return (
            <OutlineItem
              key={id}
              {...{ id, name, kind, lines, choose, follow }}
              isSelected={selected.has(id)}
              followed={isFollowed ? selection.connection : null}
            />
          );
        })}
      </ul>
      <Button rank="quiet" onClick={add}>
        Add component
      </Button>
    </div>
  );
}

interface OutlineItemProps extends Pick<Component, "id" | "name" | "kind"> {
  readonly lines: readonly Leaving[];
  readonly isSelected: boolean;
  /** The selected one of its lines. */
  readonly followed: string | null;
  readonly choose: (id: string, isAdded: boolean) => void;
  readonly follow: (connection: string) => void;
}

const OutlineItem = memo(function OutlineItem({
  id,
  name,
  kind,
  lines,
  isSelected,
  followed,
  choose,
  follow,
}: OutlineItemProps) {
  return (
    <li>
      <button
        type="button"
        data-outline={id}
        aria-pressed={isSelected}
        className={`flex w-full items-baseline justify-between gap-2 min-h-7 py-1 text-left text-small hover:bg-shallow ${isSelected ? "bg-shallow font-medium" : ""}`}
        onClick={(event) => choose(id, event.shiftKey || event.ctrlKey || event.metaKey)}
      >
        <span className="min-w-0 wrap-anywhere">{name}</span>
        <span className="sounding">{kind}</span>
      </button>
      <ul className="border-l border-hairline pl-3">
        {lines.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              aria-pressed={followed === line.id}
              className={`min-h-6 w-full py-0.5 text-left text-sounding wrap-anywhere text-ink-soft hover:bg-shallow ${followed === line.id ? "bg-shallow" : ""}`}
              onClick={() => follow(line.id)}
            >
              <span className="font-mono">{line.kind}</span> {line.words}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
});

/** Remembers what it read last, so that what reads the same as before is not drawn again. */
function createLeavingProjector(): (architecture: Architecture) => LeavingById {
  let last: LeavingById = {};
  return (architecture) => (last = withSameStructure(last, leavingOf(architecture)));
}

function leavingOf({ components, connections, objects }: Architecture): LeavingById {
  const nameOf = new Map(components.map(({ id, name }) => [id, name]));
  const objectNameOf = new Map(objects.map(({ id, name }) => [id, name]));
  return Object.fromEntries(
    [...Map.groupBy(connections, ({ from }) => from)].map(([from, leaving]) => [
      from,
      leaving.map(({ id, kind, to, carries }): Leaving => {
        const object = carries === null ? "" : `: ${objectNameOf.get(carries) ?? ""}`;
        return { id, kind, words: `${nameOf.get(to) ?? to}${object}` };
      }),
    ]),
  );
}

/** By what a component does, then by name: people first, third parties last, as the vocabulary lists them. */
function inReadingOrder<T extends { readonly kind: (typeof COMPONENT_KINDS)[number]; readonly name: string }>(
  components: readonly T[],
): readonly T[] {
  const { compare } = new Intl.Collator();
  return components.toSorted(
    (a, b) => COMPONENT_KINDS.indexOf(a.kind) - COMPONENT_KINDS.indexOf(b.kind) || compare(a.name, b.name),
  );
}

/** So many are put into the page between two frames without anybody noticing. */
const AT_ONCE = 100;

/**
 * How much of a list is shown of as much as there is: what comes at once is put into the page bit by bit. There is always
 * room for a few more, which are then shown with everything else that they change.
 */
function useGrowing(wanted: number): number {
  const [shown, setShown] = useState(AT_ONCE);
  const isWhole = shown >= wanted + AT_ONCE / 2;
  useEffect(() => {
    if (isWhole) return;
    const timer = setTimeout(() => setShown(shown + AT_ONCE));
    return () => clearTimeout(timer);
  }, [isWhole, shown]);
  if (shown > wanted + 2 * AT_ONCE) setShown(wanted + AT_ONCE);
  return shown;
}
