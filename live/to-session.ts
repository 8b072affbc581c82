import { pairKey, pairOf, type Pair } from "#core/architecture/subject.ts";
import { isAboutOneOf, type Elements } from "#core/document/question-key.ts";
import {
  SESSION_FORMAT,
  type Dismissal,
  type MarkedSeam,
  type Position,
  type Session,
} from "#core/document/session.schema.ts";
import { inOrder } from "#core/fit/signals.ts";
import type * as Y from "yjs";
import { keepDocument, type KeptDocument } from "./kept-document.ts";
import { architectureReader } from "./read-architecture.ts";
import { remember, rememberFields, rememberIds } from "./remember.ts";

type Ids = ReadonlySet<string>;

/** A document read as a session, and followed from there. */
export interface SessionReading {
  /** The same object until something changes; what did not change keeps its identity. */
  readonly session: () => Session;
  /** Reads again what a transaction wrote to, and nothing else. */
  readonly follow: (transaction: Y.Transaction) => void;
}

/**
 * The session that a shared document holds. Total: what is malformed or names something that is gone (a peer
 * deleted the component while another connected it) is left out, never repaired, so that every replica with the
 * same updates reads the same session. Every list is in canonical order.
 */
export function toSession(doc: Y.Doc): Session {
  return readSession(doc).session();
}

/** The same for a document that lives on: after each transaction that it follows, it is what `toSession` would read. */
export function readSession(doc: Y.Doc): SessionReading {
  const kept = keepDocument(doc);
  const read = sessionReader();
  return { session: () => read(kept), follow: kept.follow };
}

function sessionReader(): (kept: KeptDocument) => Session {
  const readArchitecture = architectureReader();
  const connectionIds = rememberIds();
  const present = {
    positions: remember(positionsOf),
    seams: remember(seamsAmong),
    skipped: remember(questionsAbout),
    referred: remember(referredAbout),
    independent: remember(pairsAmong),
    signals: remember(inOrder),
    dismissed: remember(dismissedAmong),
  };
  const same = rememberFields<Session>();
  return (kept) => {
    const architecture = readArchitecture(kept);
    const components = kept.components.keys();
    const connections = connectionIds(architecture.connections);
    return same({
      format: SESSION_FORMAT,
      origin: kept.meta.get("origin") ?? null,
      architecture,
      positions: present.positions(kept.positions.keys(), kept.positions.all()),
      seams: present.seams(kept.seams.all(), components),
      skipped: present.skipped(kept.skipped.all(), components, connections),
      referred: present.referred(kept.referred.all(), components, connections),
      independent: present.independent(kept.independent.all(), components),
      signals: present.signals(kept.signals.all()),
      dismissed: present.dismissed(kept.dismissed.all(), components),
    });
  };
}

function positionsOf(ids: Ids, positions: readonly Position[]): Session["positions"] {
  return Object.fromEntries([...ids].flatMap((id, i) => (positions[i] ? [[id, positions[i]]] : [])));
}

function among(components: Ids): (pair: Pair) => boolean {
  return ([a, b]) => a !== b && components.has(a) && components.has(b);
}

/** Two people may have marked the same pair: then the mark whose id comes first stands. */
function seamsAmong(seams: readonly MarkedSeam[], components: Ids): readonly MarkedSeam[] {
  const isPair = among(components);
  const present = seams
    .filter(({ between }) => isPair(between))
    .map((seam) => ({ ...seam, between: pairOf(...seam.between) }));
  const firsts = new Set(
    [...Map.groupBy(present, ({ between }) => pairKey(...between)).values()].map(([first]) => first),
  );
  return present.filter((seam) => firsts.has(seam));
}

function elements(components: Ids, connections: Ids): Elements {
  return { hasComponent: (id) => components.has(id), hasConnection: (id) => connections.has(id) };
}

function questionsAbout(keys: readonly string[], components: Ids, connections: Ids): readonly string[] {
  const present = elements(components, connections);
  return keys.filter((key) => isAboutOneOf(present, key));
}

function referredAbout(
  questions: readonly Session["referred"][],
  components: Ids,
  connections: Ids,
): Session["referred"] {
  const present = elements(components, connections);
  const entries = questions.flatMap((question) => Object.entries(question));
  return Object.fromEntries(entries.filter(([key]) => isAboutOneOf(present, key)));
}

function pairsAmong(pairs: readonly Pair[], components: Ids): readonly Pair[] {
  return pairs.filter(among(components));
}

function dismissedAmong(dismissed: readonly Dismissal[], components: Ids): readonly Dismissal[] {
  const isPair = among(components);
  return dismissed.filter(({ between }) => isPair(between));
}
