import type { Answer, HistoryEntry } from "../architecture/architecture.schema.ts";
import { pairKey, type FactAddress, type Pair } from "../architecture/subject.ts";
import type {
  BoundaryKind,
  ComponentKind,
  ConnectionKind,
  MechanismKey,
} from "../architecture/vocabulary.ts";
import type { Signal } from "../fit/signals.ts";
import type { Dismissal, MarkedSeam, Position, SeamDecision, Session } from "./session.schema.ts";
import type { SketchChange } from "./sketch-change.ts";

/** What people say of a seam; what is left out stays as it was. A decision of null is taken back. */
export interface ToldOfSeam extends Partial<Pick<MarkedSeam, "mechanism" | "invariant" | "owner">> {
  readonly decision?: SeamDecision | null;
}

/** Everything a person can do to a session. Ids of new things are made by the caller. */
export type Command =
  | { readonly type: "set-title"; readonly title: string }
  | {
      readonly type: "add-component";
      readonly id: string;
      readonly name: string;
      readonly kind: ComponentKind;
      readonly at: Position;
    }
  | { readonly type: "rename-component"; readonly id: string; readonly name: string }
  | { readonly type: "set-component-kind"; readonly id: string; readonly kind: ComponentKind }
  | { readonly type: "move-component"; readonly id: string; readonly at: Position }
  | { readonly type: "delete-component"; readonly id: string }
  | {
      readonly type: "connect";
      readonly id: string;
      readonly from: string;
      readonly to: string;
      readonly kind: ConnectionKind;
    }
  | { readonly type: "set-connection-kind"; readonly id: string; readonly kind: ConnectionKind }
  | { readonly type: "set-carried-object"; readonly id: string; readonly object: string | null }
  | { readonly type: "delete-connection"; readonly id: string }
  | {
      readonly type: "take-move";
      readonly change: SketchChange;
      /** Where its new components lie. */
      readonly positions: Readonly<Record<string, Position>>;
    }
  | { readonly type: "add-object"; readonly id: string; readonly name: string }
  | {
      readonly type: "add-boundary";
      readonly id: string;
      readonly name: string;
      readonly kind: BoundaryKind;
      readonly within: string | null;
      readonly components: readonly string[];
    }
  | { readonly type: "rename-boundary"; readonly id: string; readonly name: string }
  | {
      readonly type: "put-in-boundary";
      readonly components: readonly string[];
      readonly kind: BoundaryKind;
      readonly boundary: string | null;
    }
  | { readonly type: "nest-boundary"; readonly id: string; readonly within: string | null }
  | { readonly type: "delete-boundary"; readonly id: string }
  /** Everything in the clip comes in, under ids that are free here (clip.ts). */
  | { readonly type: "paste"; readonly clip: Session }
  | {
      readonly type: "answer";
      readonly address: FactAddress;
      readonly answer: Answer;
      /** For the first answer about a pair: the id under which their agreement is kept. */
      readonly agreementId: string;
    }
  | { readonly type: "clear-answer"; readonly address: FactAddress; readonly by: string }
  | { readonly type: "skip-question"; readonly address: FactAddress }
  | { readonly type: "refer-question"; readonly address: FactAddress; readonly to: string }
  | { readonly type: "ask-again"; readonly address: FactAddress }
  | { readonly type: "set-independent"; readonly between: Pair; readonly independent: boolean }
  | { readonly type: "set-signal"; readonly signal: Signal; readonly given: boolean }
  | { readonly type: "tell-history"; readonly entry: HistoryEntry }
  | { readonly type: "delete-history"; readonly id: string }
  | { readonly type: "mark-seam"; readonly id: string; readonly between: Pair; readonly note: string }
  | { readonly type: "note-seam"; readonly id: string; readonly note: string }
  | {
      readonly type: "tell-seam";
      /** For a pair that nobody marked yet: the id under which its seam is kept. */
      readonly id: string;
      readonly between: Pair;
      readonly told: ToldOfSeam;
    }
  | { readonly type: "unmark-seam"; readonly id: string }
  | { readonly type: "dismiss"; readonly dismissal: Dismissal }
  | { readonly type: "bring-back"; readonly between: Pair; readonly mechanism: MechanismKey | null };

/** The one spelling of what was dismissed: the pair, and the mechanism where it is not the pair as a whole. */
export function dismissalKey({ between, mechanism }: Pick<Dismissal, "between" | "mechanism">): string {
  return mechanism === null ? pairKey(...between) : `${pairKey(...between)}#${mechanism}`;
}
