import type { Architecture, FactValue } from "#core/architecture/architecture.schema.ts";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import {
  BOUNDARY_KINDS,
  COMPONENT_FACTS,
  COMPONENT_KINDS,
  CONNECTION_FACTS,
  CONNECTION_KINDS,
  FORMAT,
} from "#core/architecture/vocabulary.ts";

/**
 * Reads an architecture out of a few lines of text, one element each:
 *
 *     boundary team payments
 *     gateway edge  in [payments]                      scale=few
 *     app -call-> edge: order  over [backbone]         onFailure=retries atomicWith=[edge-ledger]
 *     edge ~ limiter: what both must agree on          stated=nowhere limitedTo=[steady-state]
 *
 * A component or boundary is called by its id. A connection is called `from-to`, with a number from the second one on.
 * What stands before the colon names elements, what follows it names the object or the agreement; facts come last.
 * Empty lines and what follows `//` are left out.
 */
export function draw(title: string, text: string): Architecture {
  const drawing: Drawing = {
    boundaries: [],
    components: [],
    connections: [],
    agreements: [],
    objects: new Map(),
  };
  for (const line of text.split("\n")) {
    const content = line.replace(/\/\/.*$/, "").trim();
    if (content === "") continue;
    const problem = addLine(drawing, content);
    if (problem !== null) throw new Error(`${title}: ${problem} in “${content}”`);
  }
  const objects = [...drawing.objects].map(([id, name]) => ({ id, name }));
  const parsed = parseArchitecture({ format: FORMAT, title, ...drawing, objects });
  if (parsed.ok) return parsed.value;
  const problems = parsed.error.map(({ pointer, message }) => `${pointer} ${message}`).join("; ");
  throw new Error(`${title}: ${problems}`);
}

interface Drawing {
  readonly boundaries: object[];
  readonly components: object[];
  readonly connections: (Record<string, unknown> & { readonly id: string })[];
  readonly agreements: object[];
  readonly objects: Map<string, string>;
}

const FACT = /\s([A-Za-z]+)=(\[[^\]]*\]|\S+)/g;

/** Adds what one line says; the answer is what is wrong with it, or null. */
function addLine(drawing: Drawing, line: string): string | null {
  const named = line.replace(FACT, "").trim();
  const facts = Object.fromEntries(
    [...line.matchAll(FACT)].map(([, fact = "", value = ""]) => [fact, factValue(fact, value)]),
  );
  for (const { form, add } of ELEMENTS) {
    const parts = form.exec(named);
    if (parts !== null) return add(drawing, parts, facts);
  }
  return "neither a component, a connection, an agreement nor a boundary";
}

type Add = (drawing: Drawing, parts: RegExpExecArray, facts: object) => string | null;

const addConnection: Add = (drawing, [, from = "", kind = "", to = "", object = "", over], facts) => {
  const name = object.trim();
  const carries = name === "" ? null : slug(name);
  if (carries !== null) drawing.objects.set(carries, name);
  const id = freshId(drawing.connections, `${from}-${to}`);
  drawing.connections.push({ id, from, to, kind, carries, over: list(over), facts });
  return isOneOf(CONNECTION_KINDS, kind) ? null : `there is no kind of connection “${kind}”`;
};

const addAgreement: Add = (drawing, [, a, b, about], facts) => {
  drawing.agreements.push({ id: `g${drawing.agreements.length + 1}`, between: [a, b], about, facts });
  return null;
};

const addBoundary: Add = (drawing, [, kind = "", id = ""]) => {
  drawing.boundaries.push({ id, name: id, kind });
  return isOneOf(BOUNDARY_KINDS, kind) ? null : `there is no kind of boundary “${kind}”`;
};

const addComponent: Add = (drawing, [, kind = "", id = "", boundaries], facts) => {
  drawing.components.push({ id, name: id.replaceAll("-", " "), kind, boundaries: list(boundaries), facts });
  return isOneOf(COMPONENT_KINDS, kind) ? null : `there is no kind of component “${kind}”`;
};

const ELEMENTS: readonly { readonly form: RegExp; readonly add: Add }[] = [
  { form: /^(\S+) -(\w+)-> ([^\s:]+)(?:: ([^[]*?))?(?:\s+over \[([^\]]*)\])?$/, add: addConnection },
  { form: /^(\S+) ~ ([^\s:]+): (.+)$/, add: addAgreement },
  { form: /^boundary (\S+) (\S+)$/, add: addBoundary },
  { form: /^(\S+) (\S+)(?:\s+in \[([^\]]*)\])?$/, add: addComponent },
];

/** `true` and `false` mean what they say where a fact knows them; everywhere else a value is text. */
function factValue(fact: string, text: string): FactValue {
  if (text.startsWith("[")) return list(text.slice(1, -1));
  const shape = { ...COMPONENT_FACTS, ...CONNECTION_FACTS }[fact as keyof typeof CONNECTION_FACTS] as
    { shape: string; values?: readonly unknown[] } | undefined;
  const isBoolean = (text === "true" || text === "false") && shape?.values?.includes(true);
  return isBoolean ? text === "true" : text;
}

function list(text = ""): readonly string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function slug(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}

function freshId(taken: readonly { id: string }[], id: string): string {
  const isTaken = (candidate: string) => taken.some((other) => other.id === candidate);
  if (!isTaken(id)) return id;
  let number = 2;
  while (isTaken(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}

function isOneOf(values: readonly string[], value: string): boolean {
  return values.includes(value);
}
