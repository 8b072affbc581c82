import { useEffect, useRef, useState, type RefObject, type SubmitEvent } from "react";
import { KEY_FIELD } from "#core/intake/form.ts";
import { readSituation, type SituationDraft, type SituationProblem } from "#core/intake/situation-form.ts";
import { forgetDraft, keepDraft, restoreDraft } from "./local-draft.ts";
import { newKey, sendSituation, type RefusedSituation } from "./send-situation.ts";

export interface Returned extends RefusedSituation {
  readonly attempt: number;
}

export interface SituationFormState {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly returned: Returned | undefined;
  readonly isSending: boolean;
  readonly isRestored: boolean;
  readonly onInput: () => void;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly onClear: () => void;
}

/** The schema is loaded when somebody begins to write: the page itself needs none of it. */
const loadSchema = () => import("#core/intake/situation.schema.ts");

async function findProblems(draft: SituationDraft): Promise<readonly SituationProblem[]> {
  const parsed = (await loadSchema()).parseSituation(draft);
  return parsed.ok ? [] : parsed.error;
}

/** What scripts add to the form: checks in place, a copy in this browser, and sending without leaving the page. */
export function useSituationForm(refusedByServer: RefusedSituation | undefined): SituationFormState {
  const form = useRef<HTMLFormElement>(null);
  const [returned, setReturned] = useState<Returned | undefined>(
    refusedByServer && { ...refusedByServer, attempt: 0 },
  );
  const [isSending, setIsSending] = useState(false);
  const [isRestored, setIsRestored] = useState(false);

  useEffect(() => {
    if (!form.current) return;
    // What came back from the server is newer than any copy here.
    if (refusedByServer) keepDraft(form.current);
    else setIsRestored(restoreDraft(form.current));
  }, [refusedByServer]);

  const refuse = (refused: RefusedSituation) =>
    setReturned((before) => ({ ...refused, attempt: (before?.attempt ?? 0) + 1 }));

  const send = async (element: HTMLFormElement) => {
    const entries = readSituation(new FormData(element));
    // Without the schema (its chunk did not load) the server says the same.
    const problems = await findProblems(entries.draft).catch(() => []);
    const sent =
      problems.length > 0
        ? ({ kind: "invalid", retryAfter: 0, problems } as const)
        : await sendSituation(entries);
    if ("location" in sent) {
      window.location.assign(sent.location);
      return;
    }
    if (sent.kind === "key-reused" || sent.kind === "no-key") replaceKey(element);
    refuse(sent);
  };

  return {
    form,
    returned,
    isSending,
    isRestored,
    onInput: () => {
      if (!form.current) return;
      keepDraft(form.current);
      if (returned?.kind === "invalid") void recheck(form.current, returned, setReturned);
      else void loadSchema().catch(() => undefined);
    },
    onSubmit: (event) => {
      event.preventDefault();
      if (isSending) return;
      setIsSending(true);
      void send(event.currentTarget).finally(() => setIsSending(false));
    },
    onClear: () => {
      forgetDraft();
      window.location.assign("/situation");
    },
  };
}

/** While fields that were refused are mended their errors go; new ones wait until the form is sent again. */
async function recheck(
  form: HTMLFormElement,
  returned: Returned,
  setReturned: (returned: Returned | undefined) => void,
): Promise<void> {
  const { draft } = readSituation(new FormData(form));
  const problems = await findProblems(draft).catch(() => returned.problems);
  const named = new Set(returned.problems.map(({ field }) => field));
  const left = problems.filter(({ field }) => named.has(field));
  setReturned(left.length > 0 ? { ...returned, problems: left } : undefined);
}

function replaceKey(form: HTMLFormElement): void {
  const control = form.elements.namedItem(KEY_FIELD);
  if (control instanceof HTMLInputElement) control.value = newKey();
  keepDraft(form);
}
