import { Button } from "#components/ui/button.tsx";
import Link from "next/link";
import type { ReactNode } from "react";
import { SaveNote } from "./save-note.tsx";
import type { OpenSession } from "./storage/open-session.ts";
import { useTyped } from "./use-typed.ts";
import { useWorkbench } from "./workbench-context.ts";

interface WorkbenchHeaderProps {
  readonly open: OpenSession;
  readonly children: ReactNode;
}

export function WorkbenchHeader({ open, children }: WorkbenchHeaderProps) {
  const { session, dispatch } = useWorkbench();
  const { title } = session.architecture;
  const typed = useTyped(title, (next) => dispatch({ type: "set-title", title: next }));
  return (
    <header className="flex flex-wrap items-center gap-x-5 border-b border-rule px-4 py-2">
      <Link href="/" className="font-serif text-base no-underline">
        Seamark
      </Link>
      <h1 className="sr-only">Workbench: {title}</h1>
      <input
        {...typed}
        aria-label="Title of the sketch"
        className="order-last min-h-9 min-w-0 flex-1 basis-40 border-b border-transparent bg-transparent text-small font-medium hover:border-rule focus:border-ink sm:order-none"
        maxLength={100}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      <div className="order-last sm:order-none">
        <SaveNote open={open} />
      </div>
      <div className="ml-auto flex items-center gap-x-2 sm:ml-0 sm:gap-x-3">
        <Button rank="quiet" disabled={!open.store.canUndo()} onClick={() => open.store.undo()}>
          Undo
        </Button>
        <Button rank="quiet" disabled={!open.store.canRedo()} onClick={() => open.store.redo()}>
          Redo
        </Button>
        {children}
      </div>
    </header>
  );
}
