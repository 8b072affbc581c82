import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { sessionForSituation } from "#core/document/session-for-situation.ts";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { placed, proposedPositions } from "../canvas/sketch-drawing.ts";
import { loadSituation } from "../situation/situation-query.ts";
import type { SessionShelf } from "../storage/session-shelf.ts";
import { loadCase } from "../use-published-case.ts";
import { lookAtFiles } from "./open-file.ts";

/** What the workbench has to say about sketches as wholes, and what takes the last step back where something does. */
export interface Notice {
  readonly sentence: string;
  readonly takeBack?: () => void;
}

/** Everything a person does with sketches as wholes. Each wish is answered by its effect, or by one sentence. */
export interface Documents {
  readonly notice: Notice | null;
  readonly say: (sentence: string) => void;
  /** Adds a sentence to what is being said. */
  readonly also: (sentence: string) => void;
  readonly dismiss: () => void;
  /** Does something, and shows why where it did not work. */
  readonly attempt: (run: () => Promise<void>) => Promise<boolean>;
  readonly startNew: () => Promise<boolean>;
  readonly startTemplate: (architecture: Architecture) => Promise<boolean>;
  readonly startCase: (slug: string) => Promise<boolean>;
  readonly startSituation: (id: string) => Promise<boolean>;
  /** Opens what was saved here. Anything else is left to `onOther`. */
  readonly openFiles: (files: readonly File[], onOther: () => void) => Promise<boolean>;
  readonly startWith: (session: Session) => Promise<boolean>;
  readonly open: (id: string) => Promise<boolean>;
  readonly rename: (id: string, title: string) => Promise<boolean>;
  readonly duplicate: (id: string) => Promise<boolean>;
  readonly remove: (id: string) => Promise<boolean>;
  readonly bringBack: (id: string) => Promise<boolean>;
  readonly removeForGood: (id: string) => Promise<boolean>;
  /** Leaves nothing of these in this browser. */
  readonly removeCopies: (ids: readonly string[]) => Promise<boolean>;
}

export function useDocuments(shelf: SessionShelf): Documents {
  const client = useQueryClient();
  const { notice, setNotice, tell } = useNotice();

  const actions = useMemo(() => {
    const titleOf = (id: string) => {
      const { open, records } = shelf.state();
      if (open?.id === id) return open.store.current().architecture.title;
      return records.find((record) => record.id === id)?.title ?? "The sketch";
    };
    const bringBack = (id: string) => tell(() => shelf.bringBack(id));
    return {
      say: (sentence: string) => setNotice({ sentence }),
      also: (more: string) =>
        setNotice((said) => ({ ...said, sentence: said === null ? more : `${said.sentence} ${more}` })),
      dismiss: () => setNotice(null),
      ...startings(shelf, client, tell),
      attempt: tell,
      openFiles: (files: readonly File[], onOther: () => void) =>
        tell(async () => {
          const chosen = await lookAtFiles(files);
          if (chosen.kind === "other") {
            onOther();
            return;
          }
          if (!chosen.session.ok) throw new Error(chosen.session.error);
          await shelf.startNew(placed(chosen.session.value));
        }),
      startWith: (session: Session) => tell(() => shelf.startNew(placed(session))),
      open: (id: string) => tell(() => shelf.open(id)),
      rename: (id: string, title: string) => tell(() => shelf.rename(id, title)),
      duplicate: (id: string) => tell(() => shelf.duplicate(id)),
      remove: async (id: string) => {
        const title = titleOf(id);
        const isRemoved = await tell(() => shelf.remove(id));
        const isKept = shelf.state().deleted.some((record) => record.id === id);
        const takeBack = () =>
          void bringBack(id).then(async (isBack) => {
            if (isBack) await shelf.open(id);
          });
        if (isRemoved && isKept) setNotice({ sentence: `“${title}” is deleted.`, takeBack });
        return isRemoved;
      },
      bringBack,
      removeForGood: (id: string) => tell(() => shelf.removeForGood(id)),
      removeCopies: (ids: readonly string[]) => tell(() => removeCopies(shelf, ids)),
    };
  }, [shelf, client, setNotice, tell]);

  return useMemo(() => ({ notice, ...actions }), [notice, actions]);
}

type Tell = (run: () => Promise<void>) => Promise<boolean>;

/** Everything with which a sketch can begin. */
function startings(shelf: SessionShelf, client: QueryClient, tell: Tell) {
  const begin = (architecture: Architecture, origin: string | null) =>
    sessionFromSketch(architecture, origin, proposedPositions(architecture));
  return {
    startNew: () => tell(() => shelf.startNew()),
    startTemplate: (architecture: Architecture) => tell(() => shelf.startNew(begin(architecture, null))),
    startCase: (slug: string) =>
      tell(async () => {
        const { architecture } = await loadCase(client, slug);
        await shelf.startCase(slug, () => begin(architecture, slug));
      }),
    startSituation: (id: string) =>
      tell(() =>
        shelf.startSituation(id, async () => {
          const told = await loadSituation(client, id);
          return sessionForSituation(told, told.sketch === null ? {} : proposedPositions(told.sketch));
        }),
      ),
  };
}

/** What is being said, and a way to do something that says why where it did not work. */
function useNotice() {
  const [notice, setNotice] = useState<Notice | null>(null);
  const tell = useCallback(async (run: () => Promise<void>): Promise<boolean> => {
    setNotice(null);
    try {
      await run();
      return true;
    } catch (error) {
      setNotice({ sentence: sentenceOf(error) });
      return false;
    }
  }, []);
  return { notice, setNotice, tell };
}

async function removeCopies(shelf: SessionShelf, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    // First off the table, then off the shelf.
    await shelf.remove(id);
    await shelf.removeForGood(id);
  }
}

function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : "That did not work.";
}
