import { useCallback, useState, type ChangeEvent } from "react";
import { useHandOver } from "./use-hand-over.ts";

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
 * A text that belongs to the session, while it is typed: handed over as it grows, and at once when the person goes on to
 * something else or leaves the page, so that no reload and no crash takes it away. Afterwards the field shows what the
 * session has made of it.
 */
export function useTyped<F extends Field = HTMLInputElement>(
  value: string,
  onTyped: (typed: string) => void,
  { isWhole = false }: TypedOptions = {},
): Typed<F> {
  const [draft, setDraft] = useState<string | null>(null);
  const { later, now, end } = useHandOver();
  const leave = useCallback(() => {
    now();
    end();
    setDraft(null);
  }, [now, end]);
  return {
    value: draft ?? value,
    onChange: ({ target }) => {
      setDraft(target.value);
      later(() => onTyped(target.value), isWhole);
    },
    onBlur: leave,
  };
}
