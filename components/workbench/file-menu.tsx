import { writeSession } from "#core/interchange/session-json.ts";
import { Menu } from "@base-ui/react/menu";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { download, fileNameOf } from "./download.ts";
import { FILE_MENU_ID } from "./file-menu-id.ts";
import { useWorkbench } from "./workbench-context.ts";

export interface FileMenuProps {
  readonly onNew: () => void;
  readonly onOpenFile: () => void;
  readonly onBringIn: () => void;
  readonly onVersions: () => void;
  readonly onDelete: () => void;
  /** What the button was that it takes the place of. */
  readonly begins: "closed" | "focused" | "open";
}

/** What can be done with the sketch on the table as a whole. */
export function FileMenu({ onNew, onOpenFile, onBringIn, onVersions, onDelete, begins }: FileMenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isFocusedFirst] = useState(begins === "focused");
  useEffect(() => {
    if (isFocusedFirst) trigger.current?.focus();
  }, [isFocusedFirst]);
  const { session, handOver } = useWorkbench();
  const saveBackup = () =>
    download(
      fileNameOf(session.architecture.title, ".seamark.json"),
      "application/json",
      writeSession(session),
    );
  return (
    <Menu.Root modal={false} defaultOpen={begins === "open"}>
      <Menu.Trigger ref={trigger} id={FILE_MENU_ID} className="action action-quiet">
        File
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="z-20">
          <Menu.Popup className="max-h-[70dvh] w-64 overflow-y-auto border border-ink bg-paper py-1 text-small outline-none">
            <Item onUse={onNew}>New sketch</Item>
            <Item onUse={onOpenFile}>Open…</Item>
            <Item onUse={onBringIn}>Bring in…</Item>
            <Separator />
            <Item onUse={onVersions}>Versions…</Item>
            <Separator />
            <Item onUse={saveBackup}>Save backup</Item>
            <Item onUse={() => handOver(true)}>Hand over…</Item>
            <Separator />
            <Item onUse={() => window.location.assign("/situation")}>Describe your situation</Item>
            <Separator />
            <Item onUse={onDelete}>Delete this sketch</Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Separator() {
  return <Menu.Separator className="my-1 border-t border-hairline" />;
}

function Item({ onUse, children }: { readonly onUse: () => void; readonly children: ReactNode }) {
  return (
    <Menu.Item
      className="flex min-h-9 cursor-default items-center px-4 outline-none data-highlighted:bg-ink data-highlighted:text-paper"
      onClick={onUse}
    >
      {children}
    </Menu.Item>
  );
}
