"use client";

import { useRef, useState, type ReactNode } from "react";
import type { Found } from "./series-search.ts";
import { FoundList } from "./found-list.tsx";

type Search = (text: string) => readonly Found[];

interface InstantSearchProps {
  /** What the server has searched for. */
  readonly asked: string;
  readonly children: ReactNode;
}

/** A search form that needs no scripts; with them, and once the index has come, the list follows what is typed, and the address with it. */
export function InstantSearch({ asked, children }: InstantSearchProps) {
  const search = useRef<Promise<Search>>(undefined);
  const [found, setFound] = useState<{ readonly text: string; readonly found: readonly Found[] } | null>(
    null,
  );
  const wanted = useRef(asked);
  const load = () => (search.current ??= loadSearch());
  const forget = () => (search.current = undefined);
  const follow = (text: string) => {
    wanted.current = text;
    void load().then((run) => {
      if (wanted.current !== text) return;
      setFound({ text, found: run(text) });
      history.replaceState(
        history.state,
        "",
        text === "" ? "/search" : `/search?q=${encodeURIComponent(text)}`,
      );
    }, forget);
  };
  return (
    <>
      <form action="/search" method="get" role="search" className="search-form">
        <label htmlFor="q" className="text-small font-semibold">
          Words to look for
        </label>
        <div className="flex gap-3">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={asked}
            maxLength={200}
            autoComplete="off"
            onFocus={() => void load().catch(forget)}
            onChange={(event) => follow(event.target.value.trim())}
            className="field"
          />
          <button type="submit" className="action">
            Search
          </button>
        </div>
      </form>
      <div className="pt-8">{found === null ? children : <FoundList {...found} />}</div>
    </>
  );
}

async function loadSearch(): Promise<Search> {
  const [{ default: MiniSearch }, { SEARCH_OPTIONS, searchSeries }, answer] = await Promise.all([
    import("minisearch"),
    import("./series-search.ts"),
    fetch("/search-index.json"),
  ]);
  const index = MiniSearch.loadJSON(await answer.text(), SEARCH_OPTIONS);
  return (text) => searchSeries(index, text);
}
