import type { Architecture } from "../architecture/architecture.schema.ts";
import { changeEntry, insertEntry, keepEntries, keepKeys } from "./entries.ts";
import type { Command } from "./command.ts";
import { asName } from "./person-text.ts";
import { asPosition } from "./position.ts";
import type { Session } from "./session.schema.ts";

type Of<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

function inSketch(session: Session, change: Partial<Architecture>): Session {
  return { ...session, architecture: { ...session.architecture, ...change } };
}

function hasComponent(session: Session, id: string): boolean {
  return session.architecture.components.some((component) => component.id === id);
}

export function setTitle(session: Session, { title }: Of<"set-title">): Session {
  const name = asName(title);
  return name === "" ? session : inSketch(session, { title: name });
}

export function addComponent(session: Session, { id, name, kind, at }: Of<"add-component">): Session {
  if (hasComponent(session, id) || asName(name) === "") return session;
  const component = { id, name: asName(name), kind, boundaries: [], notes: "", facts: {}, numbers: {} };
  const components = insertEntry(session.architecture.components, component);
  return {
    ...inSketch(session, { components }),
    positions: { ...session.positions, [id]: asPosition(at) },
  };
}

export function changeComponent(
  session: Session,
  command: Of<"rename-component"> | Of<"set-component-kind">,
): Session {
  const change =
    command.type === "rename-component" ? { name: asName(command.name) } : { kind: command.kind };
  if ("name" in change && change.name === "") return session;
  const components = changeEntry(session.architecture.components, command.id, (component) => ({
    ...component,
    ...change,
  }));
  return inSketch(session, { components });
}

export function moveComponent(session: Session, { id, at }: Of<"move-component">): Session {
  if (!hasComponent(session, id)) return session;
  return { ...session, positions: { ...session.positions, [id]: asPosition(at) } };
}

/** With a component goes everything that was said about it: its connections, agreements, seams and questions. */
export function deleteComponent(session: Session, { id }: Of<"delete-component">): Session {
  if (!hasComponent(session, id)) return session;
  const { architecture } = session;
  const gone = architecture.connections.filter(({ from, to }) => from === id || to === id);
  const others = (pair: readonly [string, string]) => !pair.includes(id);
  const without = gone.reduce((rest, connection) => removeConnection(rest, connection.id), session);
  const positions = Object.entries(session.positions).filter(([component]) => component !== id);
  return {
    ...inSketch(without, {
      components: keepEntries(architecture.components, (component) => component.id !== id),
      connections: without.architecture.connections.map((connection) =>
        connection.over.includes(id)
          ? { ...connection, over: connection.over.filter((over) => over !== id) }
          : connection,
      ),
      agreements: keepEntries(architecture.agreements, ({ between }) => others(between)),
      history: without.architecture.history.map((entry) => ({
        ...entry,
        about: entry.about.filter((about) => about !== id),
      })),
    }),
    positions: Object.fromEntries(positions),
    seams: keepEntries(session.seams, ({ between }) => others(between)),
    independent: keepEntries(session.independent, others),
    dismissed: keepEntries(session.dismissed, ({ between }) => others(between)),
    skipped: keepEntries(without.skipped, (key) => !isAbout(key, id)),
    referred: keepKeys(without.referred, (key) => !isAbout(key, id)),
  };
}

function isAbout(key: string, component: string): boolean {
  const subject = key.slice(0, key.indexOf("#"));
  return subject.startsWith("agreement:")
    ? subject.slice("agreement:".length).split("~").includes(component)
    : subject === `component:${component}`;
}

export function connect(session: Session, { id, from, to, kind }: Of<"connect">): Session {
  if (from === to || !hasComponent(session, from) || !hasComponent(session, to)) return session;
  const connection = { id, from, to, kind, carries: null, over: [], notes: "", facts: {}, numbers: {} };
  return inSketch(session, { connections: insertEntry(session.architecture.connections, connection) });
}

export function changeConnection(
  session: Session,
  command: Of<"set-connection-kind"> | Of<"set-carried-object">,
): Session {
  const { objects, connections } = session.architecture;
  if (command.type === "set-connection-kind") {
    const { kind } = command;
    return inSketch(session, {
      connections: changeEntry(connections, command.id, (connection) => ({ ...connection, kind })),
    });
  }
  const carries = command.object;
  if (carries !== null && !objects.some(({ id }) => id === carries)) return session;
  return inSketch(session, {
    connections: changeEntry(connections, command.id, (connection) => ({ ...connection, carries })),
  });
}

export function removeConnection(session: Session, id: string): Session {
  const { connections, history } = session.architecture;
  const others = (connection: string) => connection !== id;
  return {
    ...inSketch(session, {
      connections: keepEntries(connections, (connection) => connection.id !== id),
      history: history.map((entry) => ({
        ...entry,
        worked: entry.worked.filter(others),
        failed: entry.failed.filter(others),
      })),
    }),
    skipped: keepEntries(session.skipped, (key) => !key.startsWith(`connection:${id}#`)),
    referred: keepKeys(session.referred, (key) => !key.startsWith(`connection:${id}#`)),
  };
}

export function addObject(session: Session, { id, name }: Of<"add-object">): Session {
  if (asName(name) === "") return session;
  return inSketch(session, {
    objects: insertEntry(session.architecture.objects, { id, name: asName(name) }),
  });
}
