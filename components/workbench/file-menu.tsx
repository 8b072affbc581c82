import type { Session } from "#core/document/session.schema.ts";
import { readSession, writeSession } from "#core/interchange/session-json.ts";
import { Menu } from "@base-ui/react/menu";
import { useRef, type ReactNode } from "react";
import { download, fileNameOf } from "./download.ts";
import type { SessionRecord } from "./storage/session-database.ts";
import { useSaveFindings } from "./use-save-findings.ts";
import { useWorkbench } from "./workbench-context.ts";

interface FileMenuProps {
  readonly records: readonly SessionRecord[];
  readonly currentId: string;
  readonly onNew: () => void;
  readonly onOpen: (id: string) => void;
  readonly onBackup: (session: Session) => void;
  readonly onDelete: () => void;
  /** A backup that could not be read, in one sentence. */
  readonly onRefused: (why: string) => void;
}

/** New, open, save: everything about sketches as wholes. */
export function FileMenu({
  records,
  currentId,
  onNew,
  onOpen,
  onBackup,
  onDelete,
  onRefused,
}: FileMenuProps) {
  const { session } = useWorkbench();
  const saveFindings = useSaveFindings();
  const file = useRef<HTMLInputElement>(null);
  const { title } = session.architecture;
  const others = records.filter(({ id }) => id !== currentId);

  const read = async (chosen: File) => {
    const read = readSession(await chosen.text());
    if (read.ok) onBackup(read.value);
    else onRefused(refusal(chosen.name, read.error));
  };

  return (
    <>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        className="hidden"
        aria-label="Backup file"
        onChange={(event) => {
          const [chosen] = event.target.files ?? [];
          if (chosen !== undefined) void read(chosen);
          event.target.value = "";
        }}
      />
      <Menu.Root modal={false}>
        <Menu.Trigger className="action">Sketches</Menu.Trigger>
        <Menu.Portal>
          <Menu.Positioner sideOffset={4} align="end" className="z-20">
            <Menu.Popup className="max-h-[70dvh] w-72 overflow-y-auto border border-ink bg-paper py-1 text-small">
              <Item onUse={onNew}>New sketch</Item>
              <Item onUse={() => file.current?.click()}>Open a backup or findings…</Item>
              <Item
                onUse={() =>
                  download(fileNameOf(title, ".seamark.json"), "application/json", writeSession(session))
                }
              >
                Save backup
              </Item>
              <Menu.Separator className="my-1 border-t border-hairline" />
              <Item onUse={saveFindings.markdown}>Findings as Markdown</Item>
              <Item onUse={saveFindings.json}>Findings as JSON</Item>
              <Menu.Separator className="my-1 border-t border-hairline" />
              <Item
                onUse={() => {
                  if (confirm(`Delete “${title}” from this browser? Only a backup brings it back.`))
                    onDelete();
                }}
              >
                Delete this sketch…
              </Item>
              {others.length > 0 && (
                <Menu.Group className="mt-1 border-t border-hairline pt-1">
                  <Menu.GroupLabel className="sounding px-4 py-1">In this browser</Menu.GroupLabel>
                  {others.map(({ id, title: name, openedAt }) => (
                    <Item key={id} onUse={() => onOpen(id)}>
                      <span className="truncate">{name}</span>
                      <span className="sounding shrink-0">{openedWhen(openedAt)}</span>
                    </Item>
                  ))}
                </Menu.Group>
              )}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </>
  );
}

function Item({ onUse, children }: { readonly onUse: () => void; readonly children: ReactNode }) {
  return (
    <Menu.Item
      className="flex min-h-9 cursor-default items-center justify-between gap-3 px-4 outline-none data-highlighted:bg-ink data-highlighted:text-paper"
      onClick={onUse}
    >
      {children}
    </Menu.Item>
  );
}

/** Two sketches of one case carry the same name: the time of day tells them apart. */
function openedWhen(openedAt: string): string {
  const at = new Date(openedAt);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
}

function refusal(
  name: string,
  problems: readonly { readonly pointer: string; readonly message: string }[],
): string {
  const [first] = problems;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : "";
  const place = first === undefined || first.pointer === "" ? "" : ` at ${first.pointer}`;
  return `${name} could not be opened${place}: ${first?.message ?? "it is no backup"}${more}. Nothing was changed.`;
}
