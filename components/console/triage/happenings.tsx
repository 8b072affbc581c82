import { sayEvent } from "#core/triage/situation-events.ts";
import type { SituationDetail } from "#core/triage/situation-view.ts";
import { actorOf } from "#core/triage/who-was-quicker.ts";
import type { ReactNode } from "react";
import { When } from "../when.tsx";

interface Told {
  readonly id: string;
  readonly at: string;
  readonly kind: "event" | "note" | "reply" | "visitor";
  readonly who: string;
  readonly says: ReactNode;
  readonly text?: string;
}

/** Told by what was written, which stands in the same list. */
const SHOWN_AS_TEXT = new Set(["noted", "replied", "added"]);

function storyOf({ events, noted, messages }: SituationDetail): readonly Told[] {
  return [
    ...events
      .filter(({ kind }) => !SHOWN_AS_TEXT.has(kind))
      .map((event): Told => ({
        ...{ id: `event-${event.id}`, at: event.at, kind: "event" },
        ...{ who: actorOf(event), says: sayEvent(event.kind) },
      })),
    ...noted.map(({ id, at, by, text }): Told => ({
      ...{ id, at, text, kind: "note", who: by?.name ?? "Somebody", says: "noted for us" },
    })),
    ...messages.map(({ id, at, by, text, isFromVisitor }): Told =>
      isFromVisitor
        ? { id, at, text, kind: "visitor", who: "The visitor", says: "wrote" }
        : { id, at, text, kind: "reply", who: by?.name ?? "Somebody", says: "replied by mail" },
    ),
  ].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** All that happened and was said, in order: what went out and came in, what stays among us, and who did what. */
export function Happenings({ detail }: { readonly detail: SituationDetail }) {
  return (
    <section aria-labelledby="happened" className="mt-8">
      <h3 id="happened" className="sounding">
        What happened
      </h3>
      <ol className="mt-1 border-t border-hairline">
        {storyOf(detail).map(({ id, at, kind, who, says, text }) => (
          <li key={id} data-kind={kind} className="happening">
            <span className="sounding">
              <When iso={at} />
            </span>
            <div className="min-w-0">
              <p className="text-small text-ink-soft">
                <span className="font-medium text-ink">{who}</span> {says}
              </p>
              {text !== undefined && (
                <p dir="auto" className="happening-text">
                  {text}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
