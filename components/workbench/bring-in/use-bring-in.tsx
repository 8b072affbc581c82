import { useCallback, useRef, useState, type ReactNode } from "react";
import type { Documents } from "../documents/use-documents.ts";
import { FILE_MENU_ID } from "../file-menu-id.ts";
import { latePart, NOT_LOADED, useOnDemand } from "../use-loaded.ts";
import { bringFiles, bringText, type BroughtFiles } from "./brought-files.ts";
import { startReader } from "./reader.ts";

interface BringIn {
  readonly bring: (files: readonly File[], intoOpen: boolean) => void;
  /** Shows what is in a text where it is of a known format; false where it is of none. */
  readonly offerText: (text: string) => Promise<boolean>;
  /** What shows them, for inside the table. */
  readonly sheet: ReactNode;
}

const sheets = latePart(() => import("./bring-in-sheet.tsx"));

/** Files of other tools on their way in, from the first of them on. */
export function useBringIn({ say, startWith }: Pick<Documents, "say" | "startWith">): BringIn {
  const [brought, setBrought] = useState<BroughtFiles | null>(null);
  /** Another sketch has taken the place of the one from which the sheet was opened, and of everything in it. */
  const isNew = useRef(false);
  const close = () => setBrought(null);
  const loaded = useOnDemand(sheets, brought !== null, () => {
    close();
    say(NOT_LOADED);
  });
  const offerText = useCallback(async (text: string) => {
    const pasted = bringText(text);
    const asked = { files: pasted.files, at: new Date().toISOString(), format: null };
    const reader = startReader();
    const { recognized } = await reader.read(asked);
    reader.end();
    isNew.current = false;
    if (recognized !== null) setBrought(pasted);
    return recognized !== null;
  }, []);
  return {
    offerText,
    bring: (files, intoOpen) => {
      isNew.current = false;
      void bringFiles(files, intoOpen).then(setBrought);
    },
    sheet:
      brought === null || loaded === null ? null : (
        <loaded.BringInSheet
          brought={brought}
          focusAfter={() => (isNew.current ? document.getElementById(FILE_MENU_ID) : null)}
          onClose={close}
          onDone={(sentence) => {
            close();
            say(sentence);
          }}
          onNew={(session) =>
            void startWith(session).then((isDone) => {
              isNew.current = isDone;
              if (isDone) close();
            })
          }
        />
      ),
  };
}
