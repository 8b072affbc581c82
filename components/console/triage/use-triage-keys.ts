import type { SituationRow } from "#core/triage/situation-view.ts";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { SEARCH_ID } from "./inbox-filters.tsx";
import { inboxKey, situationKey } from "./inbox-keys.ts";
import { rowsOf, type Inbox } from "./situation-queries.ts";
import { HEADING_ID } from "./situation-view.tsx";
import type { Acts } from "./use-acts.ts";
import { useKeys, type Pressed } from "./use-keys.ts";
import { goTo, type Place } from "./use-place.ts";

/** Where the focus goes once a situation is there. */
type Aim = "heading" | "reply" | "note" | "states";

const AIMS: Readonly<Record<Aim, string>> = {
  heading: `#${HEADING_ID}`,
  reply: "[data-write=reply]",
  note: "[data-write=note]",
  states: "[data-move]",
};

interface TriageKeys {
  readonly place: Place;
  readonly acts: Acts;
  readonly onKeys: () => void;
}

/** Going through the inbox by keyboard: every step moves the focus to where the next one begins. */
export function useTriageKeys({ place, acts, onKeys }: TriageKeys) {
  const client = useQueryClient();
  const aim = useAim(place.openId);
  const returnTo = useReturn(place.openId);
  const open = (id: string, to: Aim = "heading") => {
    aim(id, to);
    if (id !== place.openId) goTo({ ...place, openId: id });
  };
  const leave = () => {
    const id = place.openId;
    returnTo(id);
    goTo({ ...place, openId: null });
  };
  /** The row with the focus, otherwise what is open. */
  const atHand = (): string | null => focusedRow()?.dataset["situation"] ?? place.openId;
  const openWith = (to: Aim) => (): boolean => {
    const id = atHand();
    if (id !== null) open(id, to);
    return id !== null;
  };
  const assign = (): boolean => {
    const seen = seenOf(client, place, atHand() ?? "");
    if (seen !== undefined) void acts.ask(seen, { act: "assignee", assignee: acts.me });
    return seen !== undefined;
  };
  const does: Readonly<Record<Pressed, () => boolean>> = {
    j: () => step(1, place.openId),
    k: () => step(-1, place.openId),
    ArrowDown: () => focusedRow() !== null && step(1, null),
    ArrowUp: () => focusedRow() !== null && step(-1, null),
    a: assign,
    r: openWith("reply"),
    n: openWith("note"),
    s: openWith("states"),
    "/": () => focusOn(SEARCH_ID),
    "?": () => {
      onKeys();
      return true;
    },
    Escape: () => escape(place, leave),
    Enter: () => false,
  };
  useKeys((key) => does[key]());
  return { open, leave };
}

/** What is shown of a situation, with the revision that was seen. */
function seenOf(client: QueryClient, { filters, openId }: Place, id: string): SituationRow | undefined {
  const detail = openId === id ? client.getQueryData<SituationRow>(situationKey(id)) : undefined;
  return detail ?? rowsOf(client.getQueryData<Inbox>(inboxKey(filters))).find((row) => row.id === id);
}

/** The first step out of a field is to the situation, the second back to the list. */
function escape({ openId }: Place, leave: () => void): boolean {
  const { activeElement } = document;
  if (openId === null || document.querySelector("[role=dialog]") !== null) return false;
  if (activeElement?.matches("textarea, select, input, button") === true) return focusOn(HEADING_ID);
  leave();
  return true;
}

function focusOn(id: string): boolean {
  document.getElementById(id)?.focus();
  return true;
}

function rows(): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-situation]")];
}

function rowLink(id: string): HTMLElement | undefined {
  return rows().find((row) => row.dataset["situation"] === id);
}

function focusedRow(): HTMLElement | null {
  return document.activeElement?.closest<HTMLElement>("[data-situation]") ?? null;
}

/** Moves the focus through the list, from where it is, or from what is open, or from its edge. */
function step(by: 1 | -1, openId: string | null): boolean {
  const all = rows().filter((row) => row.offsetParent !== null);
  const from = focusedRow() ?? (openId === null ? undefined : rowLink(openId));
  const at = from === undefined ? -1 : all.indexOf(from);
  const next = at < 0 ? all.at(by === 1 ? 0 : -1) : all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return all.length > 0;
}

/** Moves the focus to the row of a situation as soon as that one is left: on a narrow screen there is no list before. */
function useReturn(openId: string | null): (id: string | null) => void {
  const waiting = useRef<string | null>(null);
  useEffect(() => {
    if (openId !== null) return;
    let tries = 0;
    const look = (): void => {
      const id = waiting.current;
      if (id === null) return;
      const row = rowLink(id);
      row?.focus();
      const isThere = row !== undefined && document.activeElement === row;
      if (isThere || (tries += 1) >= FRAMES) waiting.current = null;
      else requestAnimationFrame(look);
    };
    look();
  }, [openId]);
  return (id) => {
    if (id !== null) waiting.current = id;
  };
}

/** How long a situation or its row may take to come, in frames: after that its reader has gone on. */
const FRAMES = 300;

/** Moves the focus to a part of a situation as soon as it is on the page. */
function useAim(openId: string | null): (id: string, to: Aim) => void {
  const waiting = useRef<{ readonly id: string; readonly to: Aim; tries: number } | null>(null);
  const run = useRef(() => undefined);
  useEffect(() => {
    run.current = () => {
      const aim = waiting.current;
      if (aim === null) return undefined;
      const part = document.querySelector<HTMLElement>(`[data-open="${aim.id}"] ${AIMS[aim.to]}`);
      if (part !== null && part.offsetParent !== null) {
        waiting.current = null;
        part.focus();
        part.scrollIntoView({ block: "nearest" });
      } else if ((aim.tries += 1) < FRAMES) requestAnimationFrame(() => run.current());
      else waiting.current = null;
      return undefined;
    };
    run.current();
  }, [openId]);
  return (id, to) => {
    waiting.current = { id, to, tries: 0 };
    requestAnimationFrame(() => run.current());
  };
}
