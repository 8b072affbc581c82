import { Dialog } from "@base-ui/react/dialog";
import { componentName } from "#core/report/wording.ts";
import { Command } from "cmdk";
import { useActions } from "../actions/actions-context.tsx";
import { ACTION_GROUPS, ACTION_IDS, KEY_TABLE } from "../actions/key-table.ts";
import { Keys } from "../actions/keys.tsx";
import { focusComponent } from "../canvas/focus-component.ts";
import { usePaper } from "../canvas/paper.tsx";
import { componentsSelected } from "../selection.ts";
import { useView } from "../view-context.tsx";
import { useWorkbench } from "../workbench-context.ts";

const ITEM =
  "flex cursor-default items-baseline justify-between gap-6 px-4 py-1.5 text-small data-[selected=true]:bg-ink data-[selected=true]:text-paper";
const GROUP =
  "pt-2 [&_[cmdk-group-heading]]:px-4 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-mono [&_[cmdk-group-heading]]:text-sounding [&_[cmdk-group-heading]]:text-ink-soft";
/** More than these nobody scrolls through; typing narrows them. */
const MOST = 50;

/** Every element of the sketch and every action, found by typing. */
export function Palette({ sheet }: { readonly sheet: "palette" | "find" }) {
  const { changeView } = useView();
  const close = () => changeView({ sheet: null });
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-ink/20" />
        <Dialog.Popup
          aria-label={sheet === "find" ? "Find on the sketch" : "All actions"}
          className="fixed top-[12dvh] left-1/2 z-30 flex max-h-[70dvh] w-[min(36rem,calc(100vw-2rem))] -translate-x-1/2 flex-col border border-ink bg-paper outline-none"
        >
          <Command
            label={sheet === "find" ? "Find on the sketch" : "All actions"}
            className="flex min-h-0 flex-col"
          >
            <Command.Input
              autoFocus
              placeholder={sheet === "find" ? "A component or an object" : "What do you want to do?"}
              className="border-b border-rule bg-paper px-4 py-3 outline-none"
            />
            <Command.List className="min-h-0 overflow-y-auto pb-2">
              <Command.Empty className="px-4 py-3 text-small text-ink-soft">
                Nothing by that name.
              </Command.Empty>
              {sheet === "palette" && <ActionItems onDone={close} />}
              <ElementItems onDone={close} />
            </Command.List>
          </Command>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

interface ItemsProps {
  readonly onDone: () => void;
}

function ActionItems({ onDone }: ItemsProps) {
  const actions = useActions();
  return ACTION_GROUPS.map((group) => (
    <Command.Group key={group} heading={group} className={GROUP}>
      {ACTION_IDS.filter((id) => KEY_TABLE[id].group === group && id !== "palette" && !actions[id].isOff).map(
        (id) => (
          <Command.Item
            key={id}
            value={`${KEY_TABLE[id].title} ${group}`}
            className={ITEM}
            onSelect={() => {
              onDone();
              actions[id].run();
            }}
          >
            {KEY_TABLE[id].title}
            <Keys of={id} />
          </Command.Item>
        ),
      )}
    </Command.Group>
  ));
}

function ElementItems({ onDone }: ItemsProps) {
  const { session, select } = useWorkbench();
  const { show: showOnPaper } = usePaper();
  const { architecture } = session;
  const { components, connections, objects } = architecture;
  const show = (...ids: readonly string[]) => showOnPaper(ids);
  return (
    <Command.Group heading="On the sketch" className={GROUP}>
      {components.slice(0, MOST * 20).map(({ id, name, kind }) => (
        <Command.Item
          key={id}
          value={`${name} ${kind} ${id}`}
          className={ITEM}
          onSelect={() => {
            onDone();
            select(componentsSelected(id));
            show(id);
            focusComponent(id);
          }}
        >
          {name}
          <span className="font-mono text-sounding">{kind}</span>
        </Command.Item>
      ))}
      {objects.slice(0, MOST * 20).map(({ id, name }) => {
        const carrying = connections.filter(({ carries }) => carries === id);
        const [first] = carrying;
        if (first === undefined) return null;
        const ends = [...new Set(carrying.flatMap(({ from, to }) => [from, to]))];
        return (
          <Command.Item
            key={id}
            value={`${name} object ${id}`}
            className={ITEM}
            onSelect={() => {
              onDone();
              select(componentsSelected(...ends));
              show(...ends);
            }}
          >
            {name}
            <span className="font-mono text-sounding">
              from {componentName(architecture, first.from)}
              {carrying.length > 1 && ` and ${carrying.length - 1} more`}
            </span>
          </Command.Item>
        );
      })}
    </Command.Group>
  );
}
