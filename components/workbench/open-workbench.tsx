import type { FactValue } from "#core/architecture/architecture.schema.ts";
import { addressOf, type FactAddress, type Subject } from "#core/architecture/subject.ts";
import { withDifference, type MergeDifference } from "#core/document/merge-difference.ts";
import type { Session } from "#core/document/session.schema.ts";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { LitProvider } from "./canvas/lit.tsx";
import { PaperProvider } from "./canvas/paper.tsx";
import { newId } from "./new-id.ts";
import { NOTHING, presentSelection, type Picker } from "./selection.ts";
import { elementsOf } from "./session/elements.ts";
import { useQuestionsInHand, type QuestionsInHand } from "./session/questions-in-hand.ts";
import type { OpenSession } from "./storage/open-session.ts";
import { Table } from "./table.tsx";
import { useDiagnosis } from "./use-diagnosis.ts";
import { usePerson } from "./use-person.ts";
import { useDocumentedAnswers } from "./use-published-case.ts";
import { WorkbenchContext, type AnswerExtra, type WorkbenchValue } from "./workbench-context.ts";
import { WorkbenchHeader } from "./workbench-header.tsx";

const NONE: readonly Subject[] = [];

/** What the question of the moment is about. */
function askedElements({ architecture }: Session, { current }: QuestionsInHand): readonly Subject[] {
  return current === null ? NONE : elementsOf(architecture, current.about);
}

/** Asks the browser not to clear this page's data away, once there is something to lose. */
function usePersistentStorage(hasWork: boolean): void {
  useEffect(() => {
    if (hasWork && "storage" in navigator) void navigator.storage.persist().catch(() => false);
  }, [hasWork]);
}

interface OpenWorkbenchProps {
  readonly open: OpenSession;
  readonly onSketches: () => void;
  readonly offerText: WorkbenchValue["offerText"];
  readonly children: ReactNode;
}

/** The table with one session on it. `children` are the controls for sessions as wholes. */
export function OpenWorkbench({ open, onSketches, offerText, children }: OpenWorkbenchProps) {
  const { store } = open;
  const session = useSyncExternalStore(store.subscribe, store.current, store.current);
  const [person, setPerson] = usePerson();
  const { diagnosis, engine } = useDiagnosis(session, person);
  const inHand = useQuestionsInHand(session, diagnosis);
  const documented = useDocumentedAnswers(session.origin);
  const [chosen, select] = useState(NOTHING);
  const [pointed, light] = useState<readonly Subject[] | null>(null);
  const [renaming, rename] = useState<string | null>(null);
  const [picking, pick] = useState<Picker | null>(null);
  const [isHandingOver, handOver] = useState(false);
  const [sentence, announce] = useState("");
  const selection = useMemo(() => presentSelection(chosen, session), [chosen, session]);
  usePersistentStorage(store.canUndo());
  const asked = useMemo(() => askedElements(session, inHand), [session, inHand]);
  const lit = pointed ?? asked;

  const answer = useCallback(
    (address: FactAddress, value: FactValue, { evidence = "", guessed = false }: AnswerExtra = {}) => {
      store.dispatch({
        type: "answer",
        address: addressOf(address.about, address.fact),
        agreementId: newId("agreement"),
        answer: {
          value,
          by: person,
          at: new Date().toISOString(),
          ...(evidence.trim() === "" ? {} : { evidence: evidence.trim() }),
          ...(guessed ? { guessed } : {}),
        },
      });
    },
    [store, person],
  );
  const takeIn = useCallback(
    (difference: MergeDifference) => store.become(withDifference(store.current(), difference)),
    [store],
  );
  const value = useMemo(
    (): WorkbenchValue => ({
      sessionId: open.id,
      session,
      diagnosis,
      engine,
      inHand,
      documented,
      selection,
      select,
      light,
      renaming,
      rename,
      picking,
      pick,
      dispatch: store.dispatch,
      takeIn,
      within: store.within,
      announce,
      person,
      setPerson,
      answer,
      showSketches: onSketches,
      isHandingOver,
      handOver,
      offerText,
    }),
    [
      open.id,
      session,
      diagnosis,
      engine,
      inHand,
      documented,
      selection,
      renaming,
      picking,
      store,
      person,
      setPerson,
      answer,
      takeIn,
      onSketches,
      isHandingOver,
      offerText,
    ],
  );
  const history = useMemo(
    () => ({
      undo: () => {
        store.undo();
        announce("Undone.");
      },
      redo: () => {
        store.redo();
        announce("Done again.");
      },
    }),
    [store],
  );
  return (
    <WorkbenchContext value={value}>
      <PaperProvider>
        <WorkbenchHeader open={open}>{children}</WorkbenchHeader>
        <LitProvider lit={lit}>
          <Table history={history} situationId={open.record().situationId} />
        </LitProvider>
        <p role="status" className="sr-only">
          {sentence}
        </p>
      </PaperProvider>
    </WorkbenchContext>
  );
}
