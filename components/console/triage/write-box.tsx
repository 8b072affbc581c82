import { Button } from "#components/ui/button.tsx";
import { type KeyboardEvent, type ReactNode, useId, useRef, useSyncExternalStore } from "react";

interface WriteBoxProps {
  /** Names the box for the keys that lead to it, and keeps what is typed apart. */
  readonly name: "reply" | "note";
  readonly situationId: string;
  readonly label: string;
  /** Who reads it. */
  readonly hint: ReactNode;
  readonly limit: number;
  readonly sendLabel: string;
  /** Whether it was done; what was typed stays until then. */
  readonly onSend: (text: string) => Promise<boolean>;
}

/** Something to write. It outlives a reload, a refusal and going to another situation. */
export function WriteBox({ name, situationId, label, hint, limit, sendLabel, onSend }: WriteBoxProps) {
  const id = useId();
  const [text, setText] = useKeptText(`seamark.${name} ${situationId}`);
  const box = useRef<HTMLTextAreaElement>(null);
  const send = async () => {
    if (text.trim() === "") return;
    if (await onSend(text)) setText("");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    void send();
  };
  return (
    <form
      className="grid content-start gap-1"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label htmlFor={id} className="text-small font-semibold">
        {label}
      </label>
      <p id={`${id}-hint`} className="text-small text-ink-soft">
        {hint}
      </p>
      <textarea
        ref={box}
        id={id}
        data-write={name}
        aria-describedby={`${id}-hint`}
        className="field mt-1 min-h-28 resize-y py-2"
        dir="auto"
        rows={4}
        maxLength={limit}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="mt-1">
        <Button type="submit" aria-disabled={text.trim() === ""}>
          {sendLabel}
        </Button>
      </p>
    </form>
  );
}

/** What is being written, by where it is kept: also in a browser that keeps nothing. */
const written = new Map<string, string>();
const listeners = new Set<() => void>();

function useKeptText(place: string): readonly [string, (text: string) => void] {
  const text = useSyncExternalStore(
    listen,
    () => written.get(place) ?? read(place),
    () => "",
  );
  return [text, (next) => keep(place, next)];
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function keep(place: string, text: string): void {
  written.set(place, text);
  try {
    if (text === "") sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, text);
  } catch {
    // A browser that keeps nothing still lets somebody write.
  }
  listeners.forEach((listener) => listener());
}

function read(place: string): string {
  try {
    return sessionStorage.getItem(place) ?? "";
  } catch {
    return "";
  }
}
