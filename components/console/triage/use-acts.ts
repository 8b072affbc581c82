import type { Colleague, SituationDetail, SituationRow } from "#core/triage/situation-view.ts";
import type { SituationState } from "#core/triage/states.ts";
import { whoWasQuicker } from "#core/triage/who-was-quicker.ts";
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { ApiProblem, askApi } from "../ask-api.ts";
import { INBOXES, situationKey } from "./inbox-keys.ts";
import { patchEverywhere, situationAddress, situationQuery, type Inbox } from "./situation-queries.ts";

/** What somebody wants done with a situation. */
export type Wish =
  | { readonly act: "state"; readonly to: SituationState }
  | { readonly act: "assignee"; readonly assignee: Colleague | null }
  | { readonly act: "engagement"; readonly engagement: SituationDetail["engagement"] }
  | { readonly act: "notes"; readonly text: string }
  | { readonly act: "replies"; readonly text: string }
  | { readonly act: "merge"; readonly into: string }
  | { readonly act: "unmerge" }
  | { readonly act: "erase" };

interface Asked {
  /** As it was seen by whoever decided. */
  readonly seen: Pick<SituationRow, "id" | "revision">;
  readonly wish: Wish;
}

export interface Notice {
  readonly about: string;
  readonly sentence: string;
  readonly isProblem: boolean;
}

export interface Acts {
  readonly me: Colleague;
  /** Does it, shown at once and taken back where somebody was quicker. Whether it was done. */
  readonly ask: (seen: Asked["seen"], wish: Wish) => Promise<boolean>;
  readonly notice: Notice | null;
  readonly dismiss: () => void;
}

export function useActs(me: Colleague): Acts {
  const client = useQueryClient();
  const [notice, setNotice] = useState<Notice | null>(null);
  const { mutateAsync } = useMutation({
    // Offline it is refused at once: an act that waits would be decided on what was seen long ago.
    networkMode: "always",
    mutationFn: ({ seen, wish }: Asked) =>
      askApi<SituationDetail>(`${situationAddress(seen.id)}/${wish.act}`, bodyOf(seen.revision, wish)),
    onMutate: ({ seen, wish }) => showAtOnce(client, seen.id, wish, me),
    onSuccess: (detail, { seen }) => client.setQueryData(situationKey(seen.id), detail),
    onError: async (error, { seen }, before) => {
      before?.takeBack();
      setNotice({ about: seen.id, sentence: await sayWhy(client, error, seen.id, me), isProblem: true });
    },
    // Not waited for: what is decided next must not wait for a list.
    onSettled: () => void client.invalidateQueries({ queryKey: INBOXES }),
  });
  const inTurn = useTurns();
  return useMemo(
    () => ({
      me,
      notice,
      dismiss: () => setNotice(null),
      ask: (seen, wish) =>
        inTurn(seen, wish, async (asked) => {
          setNotice(null);
          try {
            const detail = await mutateAsync(asked);
            setNotice({ about: seen.id, sentence: doneSentence(wish, detail), isProblem: false });
            return true;
          } catch {
            return false;
          }
        }),
    }),
    [me, notice, mutateAsync, inTurn],
  );
}

interface Turn {
  readonly id: string;
  readonly said: string;
  /** The revision it leaves behind; null when it was not done. */
  readonly left: Promise<number | null>;
}

/**
 * One act after the other. What somebody decides while their last act is on its way, they decide on what that leads to: it names
 * the revision that it leaves, not a later one that the server may know of by then; and it is dropped where that was
 * not done. The same twice, decided on the same, is a key that was pressed too long.
 */
function useTurns() {
  const running = useRef<Turn | null>(null);
  return useCallback(
    async (seen: Asked["seen"], wish: Wish, run: (asked: Asked) => Promise<boolean>): Promise<boolean> => {
      const before = running.current;
      const said = JSON.stringify([seen.id, seen.revision, wish]);
      if (before?.said === said) return false;
      const go = async (): Promise<number | null> => {
        const left = before === null ? null : await before.left;
        const isSame = before?.id === seen.id;
        if (isSame && left === null) return null;
        const revision = isSame && left !== null ? left : seen.revision;
        if (!(await run({ seen: { id: seen.id, revision }, wish }))) return null;
        return wish.act === "notes" ? revision : revision + 1;
      };
      const turn = { id: seen.id, said, left: go() };
      running.current = turn;
      const left = await turn.left;
      if (running.current === turn) running.current = null;
      return left !== null;
    },
    [],
  );
}

function bodyOf(revision: number, wish: Wish): object {
  switch (wish.act) {
    case "state":
      return { revision, to: wish.to };
    case "assignee":
      return { revision, assigneeId: idOf(wish.assignee) };
    case "engagement":
      return { revision, engagementId: idOf(wish.engagement) };
    case "notes":
      return { text: wish.text };
    case "replies":
      return { revision, text: wish.text };
    case "merge":
      return { revision, into: wish.into };
    case "unmerge":
      return { revision };
    case "erase":
      return {};
  }
}

function idOf(chosen: { readonly id: string } | null): string | null {
  return chosen === null ? null : chosen.id;
}

/** Shows a situation as it will be, and returns what takes that back. */
async function showAtOnce(client: QueryClient, id: string, wish: Wish, me: Colleague) {
  // An answer that is on its way was made before this.
  await Promise.all([
    client.cancelQueries({ queryKey: situationKey(id) }),
    client.cancelQueries({ queryKey: INBOXES }),
  ]);
  const detail = client.getQueryData<SituationDetail>(situationKey(id));
  const inboxes = client.getQueriesData<Inbox>({ queryKey: INBOXES });
  patchEverywhere(client, id, (row) => ({ ...row, ...patchOf(wish) }));
  if (wish.act === "engagement")
    client.setQueryData<SituationDetail>(
      situationKey(id),
      (shown) => shown && { ...shown, engagement: wish.engagement },
    );
  const at = new Date().toISOString();
  if (wish.act === "notes" || wish.act === "replies") {
    const said = { id: "on-its-way", by: me, text: wish.text, at };
    client.setQueryData<SituationDetail>(situationKey(id), (shown) =>
      wish.act === "notes"
        ? shown && { ...shown, noted: [...shown.noted, said] }
        : shown && { ...shown, messages: [...shown.messages, { ...said, isFromVisitor: false }] },
    );
  }
  return {
    takeBack: () => {
      client.setQueryData(situationKey(id), detail);
      for (const [key, inbox] of inboxes) client.setQueryData(key, inbox);
    },
  };
}

function patchOf(wish: Wish): Partial<SituationRow> {
  switch (wish.act) {
    case "state":
      return { state: wish.to };
    case "assignee":
      return { assignee: wish.assignee };
    case "replies":
      return { state: "answered", wroteAgain: false };
    case "engagement":
    case "notes":
    case "merge":
    case "unmerge":
    case "erase":
      return {};
  }
}

/** Why something was not done. Where somebody was quicker, what they did is loaded and shown as well. */
async function sayWhy(client: QueryClient, error: Error, id: string, me: Colleague): Promise<string> {
  const before = client.getQueryData<SituationDetail>(situationKey(id));
  try {
    const { events } = await client.query({ ...situationQuery(id), staleTime: 0 });
    if (!(error instanceof ApiProblem) || error.kind !== "conflict") return error.message;
    return whoWasQuicker(events, before?.events.at(-1)?.id, me.id);
  } catch {
    return error.message;
  }
}

function doneSentence(wish: Wish, { state }: SituationDetail): string {
  switch (wish.act) {
    case "state":
      return `Moved to ${state === "inDiagnosis" ? "in diagnosis" : state}.`;
    case "assignee":
      return wish.assignee === null ? "Assigned to nobody." : `Assigned to ${wish.assignee.name}.`;
    case "engagement":
      return wish.engagement === null
        ? "Taken out of its engagement."
        : `Put in for ${wish.engagement.client}.`;
    case "notes":
      return "The note is kept.";
    case "replies":
      return "The reply is on its way.";
    case "merge":
      return "Merged. What was written here stays here.";
    case "unmerge":
      return "The merge is taken back.";
    case "erase":
      return "Erased.";
  }
}
