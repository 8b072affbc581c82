import { Dialog } from "@base-ui/react/dialog";
import type { ReactNode } from "react";

interface SheetProps {
  readonly title: string;
  /** One sentence under the title. */
  readonly about?: ReactNode;
  readonly isWide?: boolean;
  /** Where the focus goes after it; by itself, and where this is null, to where it came from. */
  readonly focusAfter?: () => HTMLElement | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A sheet laid over the work from the side: the whole screen on a phone, and whatever lies under it waits. */
export function Sheet({ title, about, isWide = false, focusAfter, onClose, children }: SheetProps) {
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-ink/25" />
        <Dialog.Popup
          finalFocus={focusAfter}
          className={`workbench fixed inset-y-0 right-0 z-40 flex w-full flex-col border-ink bg-paper outline-none sm:border-l ${isWide ? "max-w-5xl" : "max-w-3xl"}`}
        >
          <header className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 gap-y-1 border-b border-rule px-4 py-3 sm:px-8 sm:py-5">
            <Dialog.Title className="font-serif text-title">{title}</Dialog.Title>
            <Dialog.Close className="action action-quiet">Close</Dialog.Close>
            {about !== undefined && (
              <Dialog.Description className="col-span-full max-w-read text-small text-ink-soft">
                {about}
              </Dialog.Description>
            )}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-10 sm:px-8">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
