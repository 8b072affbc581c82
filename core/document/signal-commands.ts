import { inOrder } from "../fit/signals.ts";
import type { Command } from "./command.ts";
import { keepEntries } from "./entries.ts";
import type { Session } from "./session.schema.ts";

/** Records, or takes back, that a person recognizes a sign of a structural failure, or one against it. */
export function setSignal(
  session: Session,
  { signal, given }: Extract<Command, { readonly type: "set-signal" }>,
): Session {
  if (given === session.signals.includes(signal)) return session;
  const others = keepEntries(session.signals, (other) => other !== signal);
  return { ...session, signals: given ? inOrder([...others, signal]) : others };
}
