"use client";

import { Button } from "#components/ui/button.tsx";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { PublishedCase } from "./documents/beginnings.tsx";
import { DropTarget } from "./documents/drop-target.tsx";
import { useDocuments, type Documents, type Notice } from "./documents/use-documents.ts";
import { useFileDrop } from "./documents/use-file-drop.ts";
import { OpenWorkbench } from "./open-workbench.tsx";
import { SketchControls } from "./sketch-controls.tsx";
import type { SessionShelf } from "./storage/session-shelf.ts";
import { latePart, NOT_LOADED, useOnDemand } from "./use-loaded.ts";
import { useShelf } from "./use-shelf.ts";
import "@xyflow/react/dist/base.css";
import "./workbench.css";

interface WorkbenchProps {
  /** Everything that is published and can be worked on. */
  readonly cases: readonly PublishedCase[];
}

/** The workbench: whatever was open last, or a published case when the address names one. */
export function Workbench({ cases }: WorkbenchProps) {
  const [client] = useState(() => new QueryClient());
  return (
    <QueryClientProvider client={client}>
      <WorkbenchOfThisBrowser cases={cases} />
    </QueryClientProvider>
  );
}

const sketches = latePart(() => import("./documents/sketches-sheet.tsx"));

function WorkbenchOfThisBrowser({ cases }: WorkbenchProps) {
  const { shelf, state } = useShelf();
  const documents = useDocuments(shelf);
  const { notice, dismiss } = documents;
  const [isListed, setListed] = useState(false);
  const loaded = useOnDemand(sketches, isListed, () => {
    setListed(false);
    documents.say(NOT_LOADED);
  });
  const file = useRef<HTMLInputElement>(null);
  useFirstSession(shelf, documents);
  const close = () => setListed(false);
  /** What puts another sketch on the table ends the choosing, once it has worked. */
  const andClose = (run: Promise<boolean>) => void run.then((isDone) => isDone && close());
  const openFiles = (files: readonly File[]) => andClose(documents.openFiles(files));
  const isDropping = useFileDrop(openFiles);
  const { open } = state;
  const list = useCallback(() => {
    dismiss();
    setListed(true);
    void open?.settled().then(shelf.refresh);
  }, [dismiss, open, shelf]);
  const chooseFile = () => file.current?.click();
  return (
    <div className="workbench flex h-dvh flex-col">
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        className="hidden"
        aria-label="Backup file"
        onChange={({ target }) => {
          openFiles([...(target.files ?? [])]);
          target.value = "";
        }}
      />
      {notice !== null && !isListed && <NoticeLine notice={notice} onClose={dismiss} />}
      {open === null ? (
        <p className="p-4 text-small text-ink-soft">Opening the workbench…</p>
      ) : (
        <OpenWorkbench key={open.id} open={open} onSketches={list}>
          <SketchControls
            open={open}
            onProblem={documents.say}
            onNew={() => void documents.startNew()}
            onOpenFile={chooseFile}
            onSketches={list}
            onDelete={() => void documents.remove(open.id)}
          />
        </OpenWorkbench>
      )}
      {isListed && loaded !== null && (
        <loaded.SketchesSheet
          state={state}
          cases={cases}
          problem={notice?.takeBack === undefined ? (notice?.sentence ?? null) : null}
          onClose={close}
          onNew={() => andClose(documents.startNew())}
          onOpenFile={chooseFile}
          onTemplate={(architecture) => andClose(documents.startTemplate(architecture))}
          onCase={(slug) => andClose(documents.startCase(slug))}
          onOpen={(id) => andClose(documents.open(id))}
          onRename={(id, title) => void documents.rename(id, title)}
          onDuplicate={(id) => void documents.duplicate(id)}
          onDelete={(id) => void documents.remove(id)}
          onBringBack={(id) => void documents.bringBack(id)}
          onRemoveForGood={(id) => void documents.removeForGood(id)}
        />
      )}
      {isDropping && <DropTarget />}
    </div>
  );
}

function NoticeLine({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const { sentence, takeBack } = notice;
  return (
    <div className="flex flex-wrap items-center gap-x-4 border-b border-rule bg-land px-4 py-1 text-small">
      <p role="alert" className="min-w-0 flex-1 basis-60 py-1">
        {sentence}
      </p>
      {takeBack !== undefined && (
        <Button rank="quiet" onClick={takeBack}>
          Take it back
        </Button>
      )}
      <Button rank="quiet" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}

/** Opens what the address asks for, once; it leaves the address then, so that coming back opens the work on it. */
function useFirstSession(shelf: SessionShelf, { startCase, startSituation, also }: Documents): void {
  const search = useSearchParams();
  const slug = search.get("case");
  const situation = search.get("situation");
  const router = useRouter();
  useEffect(() => {
    const begin = async () => {
      if (slug === null && situation === null) {
        if (shelf.state().open === null) await shelf.openLast();
      } else if (await (slug === null ? startSituation(situation ?? "") : startCase(slug)))
        router.replace("/workbench");
      else {
        also("Your own sketches are here.");
        await shelf.openLast();
      }
    };
    void begin();
  }, [shelf, slug, situation, startCase, startSituation, also, router]);
}
