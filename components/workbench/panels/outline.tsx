import { Button } from "#components/ui/button.tsx";
import { COMPONENT_KINDS } from "#core/architecture/vocabulary.ts";
import { componentName } from "#core/report/wording.ts";
import { componentsSelected } from "../selection.ts";
import { useSketchActions } from "../use-sketch-actions.ts";
import { useWorkbench } from "../workbench-context.ts";

/** The sketch as text: every component with what leaves it. Nothing on the canvas is out of reach from here. */
export function Outline() {
  const { session, selection, select } = useWorkbench();
  const { add } = useSketchActions();
  const { components, connections, objects } = session.architecture;
  const objectName = (id: string | null) => objects.find((object) => object.id === id)?.name;
  return (
    <div data-sketch>
      <ul>
        {inReadingOrder(components).map(({ id, name, kind }) => {
          const isSelected = selection.components.includes(id);
          return (
            <li key={id}>
              <button
                type="button"
                aria-pressed={isSelected}
                className={`flex w-full items-baseline justify-between gap-2 min-h-7 py-1 text-left text-small hover:bg-shallow ${isSelected ? "bg-shallow font-medium" : ""}`}
                onClick={(event) => {
                  const others = event.shiftKey || event.ctrlKey || event.metaKey ? selection.components : [];
                  select(componentsSelected(...others.filter((other) => other !== id), id));
                }}
              >
                <span className="min-w-0 wrap-anywhere">{name}</span>
                <span className="sounding">{kind}</span>
              </button>
              <ul className="border-l border-hairline pl-3">
                {connections
                  .filter(({ from }) => from === id)
                  .map((connection) => (
                    <li key={connection.id}>
                      <button
                        type="button"
                        aria-pressed={selection.connection === connection.id}
                        className={`min-h-6 w-full py-0.5 text-left text-sounding wrap-anywhere text-ink-soft hover:bg-shallow ${selection.connection === connection.id ? "bg-shallow" : ""}`}
                        onClick={() => select({ components: [], connection: connection.id })}
                      >
                        <span className="font-mono">{connection.kind}</span>{" "}
                        {componentName(session.architecture, connection.to)}
                        {connection.carries !== null && `: ${objectName(connection.carries) ?? ""}`}
                      </button>
                    </li>
                  ))}
              </ul>
            </li>
          );
        })}
      </ul>
      <Button rank="quiet" onClick={add}>
        Add component
      </Button>
    </div>
  );
}

/** By what a component does, then by name: people first, third parties last, as the vocabulary lists them. */
function inReadingOrder<T extends { readonly kind: (typeof COMPONENT_KINDS)[number]; readonly name: string }>(
  components: readonly T[],
): readonly T[] {
  return components.toSorted(
    (a, b) =>
      COMPONENT_KINDS.indexOf(a.kind) - COMPONENT_KINDS.indexOf(b.kind) || a.name.localeCompare(b.name),
  );
}
