import { useCallback, useState } from "react";

const KEY = "seamark.person";
const NOBODY_SAID = "you";

/** The name beside this person's answers. There is no account: it is whatever they say. */
export function usePerson(): readonly [string, (name: string) => void] {
  const [person, setPerson] = useState(() => readName());
  const change = useCallback((name: string) => {
    const next = name.trim() === "" ? NOBODY_SAID : name.trim();
    setPerson(next);
    try {
      localStorage.setItem(KEY, next);
    } catch {
      // A browser that keeps nothing still lets a person give their name for now.
    }
  }, []);
  return [person, change];
}

function readName(): string {
  try {
    return localStorage.getItem(KEY) ?? NOBODY_SAID;
  } catch {
    return NOBODY_SAID;
  }
}
