import { Button } from "#components/ui/button.tsx";
import { Dialog } from "@base-ui/react/dialog";
import { ACTION_GROUPS, ACTION_IDS, KEY_TABLE, shownKeys, type ActionInfo } from "../actions/key-table.ts";
import { useIsApple } from "../actions/keys.tsx";
import { useView } from "../view-context.tsx";

/** What the canvas itself does with keys and pointer, beside the actions. */
const GESTURES = [
  ["Tab", "To the sketch, and on from it"],
  ["Arrow keys", "Move what is selected; with Shift, farther"],
  ["Shift and drag", "Select everything in a frame"],
  ["Shift and click", "Add to the selection"],
  ["Double click", "Add a component, or rename one"],
  ["Drag from the dot of a component", "Connect it; on empty paper, to a new component"],
] as const;

/** Every key there is, from the table that the keys themselves are read from. */
export function KeySheet() {
  const { changeView } = useView();
  const isApple = useIsApple();
  const close = () => changeView({ sheet: null });
  return (
    <Dialog.Root open onOpenChange={close}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-ink/20" />
        <Dialog.Popup className="fixed inset-x-4 top-[6dvh] z-30 mx-auto max-h-[88dvh] max-w-4xl overflow-y-auto border border-ink bg-paper p-6 outline-none">
          <div className="flex items-baseline justify-between gap-4 border-b border-rule pb-3">
            <Dialog.Title className="font-serif text-lead">Keys</Dialog.Title>
            <Button rank="quiet" onClick={close}>
              Close
            </Button>
          </div>
          <div className="mt-4 gap-x-10 sm:columns-2">
            {ACTION_GROUPS.map((group) => (
              <section key={group} className="mb-5 break-inside-avoid">
                <h3 className="sounding pb-1">{group}</h3>
                <dl>
                  {ACTION_IDS.filter((id) => KEY_TABLE[id].group === group).map((id) => {
                    const { title, keys }: ActionInfo = KEY_TABLE[id];
                    if (keys.length === 0) return null;
                    return (
                      <Row
                        key={id}
                        keys={keys.map((key) => shownKeys(key, isApple)).join(", ")}
                        title={title}
                      />
                    );
                  })}
                </dl>
              </section>
            ))}
            <section className="break-inside-avoid">
              <h3 className="sounding pb-1">On the canvas</h3>
              <dl>
                {GESTURES.map(([keys, title]) => (
                  <Row key={keys} keys={keys} title={title} />
                ))}
              </dl>
            </section>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Row({ keys, title }: { readonly keys: string; readonly title: string }) {
  return (
    <div className="flex items-baseline justify-between gap-6 border-t border-hairline py-1 text-small">
      <dt className="order-2 text-right font-mono text-sounding">{keys}</dt>
      <dd>{title}</dd>
    </div>
  );
}
