"use client";

import { Button } from "#components/ui/button.tsx";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { proposedPositions } from "./canvas/sketch-drawing.ts";
import { FileMenu } from "./file-menu.tsx";
import { OpenWorkbench } from "./open-workbench.tsx";
import type { SessionShelf } from "./storage/session-shelf.ts";
import { loadCase } from "./use-published-case.ts";
import { useShelf } from "./use-shelf.ts";
import "@xyflow/react/dist/base.css";
import "./workbench.css";

/** The workbench: whatever was open last, or a published case when the address names one. */
export function Workbench() {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <WorkbenchOfThisBrowser />
    </QueryClientProvider>
  );
}

function WorkbenchOfThisBrowser() {
  const { shelf, state } = useShelf();
  const [notice, setNotice] = useState<string | null>(null);
  useFirstSession(shelf, setNotice);
  const { open, records } = state;
  const then = (run: Promise<void>) => {
    setNotice(null);
    run.catch((error: unknown) => setNotice(sentenceOf(error)));
  };
  return (
    <div className="workbench flex h-dvh flex-col">
      {notice !== null && (
        <p role="alert" className="flex items-center justify-between gap-4 bg-land px-4 py-2 text-small">
          {notice}
          <Button rank="quiet" onClick={() => setNotice(null)}>
            Close
          </Button>
        </p>
      )}
      {open === null ? (
        <p className="p-4 text-small text-ink-soft">Opening the workbench…</p>
      ) : (
        <OpenWorkbench key={open.id} open={open}>
          <FileMenu
            records={records}
            currentId={open.id}
            onNew={() => then(shelf.startNew())}
            onOpen={(id) => then(shelf.open(id))}
            onBackup={(session) => then(shelf.startNew(session))}
            onDelete={() => then(shelf.remove(open.id))}
            onRefused={setNotice}
          />
        </OpenWorkbench>
      )}
    </div>
  );
}

/** Opens what the address asks for, once; a case leaves the address, so that coming back opens the work on it. */
function useFirstSession(shelf: SessionShelf, onProblem: (sentence: string) => void): void {
  const slug = useSearchParams().get("case");
  const router = useRouter();
  const client = useQueryClient();
  useEffect(() => {
    const begin = async () => {
      if (slug === null) {
        if (shelf.state().open === null) await shelf.openLast();
        return;
      }
      try {
        const { architecture } = await loadCase(client, slug);
        await shelf.startCase(slug, () =>
          sessionFromSketch(architecture, slug, proposedPositions(architecture)),
        );
        router.replace("/workbench");
      } catch (error) {
        onProblem(`${sentenceOf(error)} Your own sketches are here.`);
        await shelf.openLast();
      }
    };
    void begin();
  }, [shelf, slug, client, router, onProblem]);
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : "That did not work.";
}
