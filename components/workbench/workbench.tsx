"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import { AccountContext, useAccount } from "./account/account-context.ts";
import type { PublishedCase } from "./documents/beginnings.tsx";
import { FileInput } from "./bring-in/file-input.tsx";
import { useBringIn } from "./bring-in/use-bring-in.tsx";
import { DropTarget } from "./documents/drop-target.tsx";
import { useDocuments } from "./documents/use-documents.ts";
import { useFileDrop } from "./documents/use-file-drop.ts";
import { MakeAgain } from "./make-again.tsx";
import { NoticeLine } from "./notice-line.tsx";
import { OpenWorkbench } from "./open-workbench.tsx";
import { SketchControls } from "./sketch-controls.tsx";
import { useFirstSession } from "./use-first-session.ts";
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
  const fileToBring = useRef<HTMLInputElement>(null);
  const bringing = useBringIn(documents);
  const held = useAccount(shelf);
  useFirstSession(shelf, documents, held);
  const close = () => setListed(false);
  /** What puts another sketch on the table ends the choosing, once it has worked. */
  const andClose = (run: Promise<boolean>) => void run.then((isDone) => isDone && close());
  const openFiles = (files: readonly File[]) =>
    andClose(documents.openFiles(files, () => bringing.bring(files, false)));
  const isDropping = useFileDrop(openFiles);
  const { open } = state;
  const list = useCallback(() => {
    dismiss();
    setListed(true);
    void open?.settled().then(shelf.refresh);
    void held?.account.refresh();
  }, [dismiss, open, shelf, held]);
  const chooseFile = () => file.current?.click();
  return (
    <AccountContext value={held}>
      <div className="workbench flex h-dvh flex-col">
        <FileInput ref={file} label="Backup file" onChoose={openFiles} />
        <FileInput
          ref={fileToBring}
          label="File to bring in"
          onChoose={(files) => bringing.bring(files, true)}
        />
        <NoticeLine notice={isListed ? null : notice} onClose={dismiss} />
        {open === null ? (
          <p className="p-4 text-small text-ink-soft">Opening the workbench…</p>
        ) : (
          <OpenWorkbench key={open.id} open={open} onSketches={list} offerText={bringing.offerText}>
            <SketchControls
              open={open}
              onProblem={documents.say}
              onNew={() => void documents.startNew()}
              onOpenFile={chooseFile}
              onBringIn={() => fileToBring.current?.click()}
              onSketches={list}
              onDelete={() => void documents.remove(open.id)}
            />
            {bringing.sheet}
          </OpenWorkbench>
        )}
        {isListed && loaded !== null && (
          <loaded.SketchesSheet
            state={state}
            cases={cases}
            problem={notice?.takeBack === undefined ? (notice?.sentence ?? null) : null}
            held={held}
            attempt={documents.attempt}
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
            onOpenDocument={(id) => andClose(documents.attempt(async () => held?.account.open(id)))}
            onRemoveCopies={(ids) => void documents.removeCopies(ids)}
          />
        )}
        <MakeAgain documents={documents} />
        {isDropping && <DropTarget />}
      </div>
    </AccountContext>
  );
}
