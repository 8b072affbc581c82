import { Check } from "#components/ui/check.tsx";
import { Sheet } from "#components/ui/sheet.tsx";
import { KEYS, useSingleKeys } from "./use-keys.ts";

/** Which keys there are, and whether single letters count as such. */
export function KeySheet({ onClose }: { readonly onClose: () => void }) {
  const [isOn, setOn] = useSingleKeys();
  return (
    <Sheet title="Keys of the inbox" onClose={onClose}>
      <dl className="mt-4">
        {KEYS.map(([key, does]) => (
          <div key={key} className="grid grid-cols-[6rem_minmax(0,1fr)] border-b border-hairline py-2">
            <dt>
              <kbd className="font-mono text-small">{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 max-w-read text-small text-ink-soft">
        In the list, the arrow keys do the same as j and k. Control and Enter send what is being written.
      </p>
      <Check type="checkbox" checked={isOn} onChange={({ target }) => setOn(target.checked)}>
        Single letters are keys
      </Check>
    </Sheet>
  );
}
