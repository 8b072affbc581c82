import { useCallback, useEffect, useRef, useState, type ChangeEvent } from "react";

/** Shorter than it takes to reach for the reload key, longer than between two letters. */
const PAUSE = 300;

type Field = HTMLInputElement | HTMLTextAreaElement;

export interface Typed<F extends Field> {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<F>) => void;
  readonly onBlur: () => void;
}

interface TypedOptions {
  /** Only whole entries count: nothing is handed over while the person may still be typing. */
  readonly isWhole?: boolean;
}

/**
 * A text that belongs to the session, while it is typed: handed over when the person pauses, goes on to something else
 * or leaves the page, so that no reload takes it away. Afterwards the field shows what the session has made of it.
 */
export function useTyped<F extends Field = HTMLInputElement>(
  value: string,
  onTyped: (typed: string) => void,
  { isWhole = false }: TypedOptions = {},
): Typed<F> {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<(() => void) | null>(null);
  const handOver = useCallback(() => {
    pending.current?.();
    pending.current = null;
  }, []);

  useEffect(() => {
    addEventListener("pagehide", handOver);
    return () => {
      removeEventListener("pagehide", handOver);
      handOver();
    };
  }, [handOver]);
  useEffect(() => {
    if (draft === null || isWhole) return;
    const timer = setTimeout(handOver, PAUSE);
    return () => clearTimeout(timer);
  }, [draft, isWhole, handOver]);

  return {
    value: draft ?? value,
    onChange: ({ target }) => {
      setDraft(target.value);
      pending.current = () => onTyped(target.value);
    },
    onBlur: () => {
      handOver();
      setDraft(null);
    },
  };
}
