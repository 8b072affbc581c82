import type { Architecture } from "./architecture.schema.ts";
import { MOST_PROBLEMS, pointerTo, type InputProblem } from "./input-problem.schema.ts";

type Path = readonly (string | number)[];

/** Everything an architecture of the right shape can still get wrong: duplicate ids, dangling ids, circles of boundaries. */
export function referenceProblems(architecture: Architecture): readonly InputProblem[] {
  const problems: InputProblem[] = [];
  const report = (path: Path, message: string) => problems.push({ pointer: pointerTo(path), message });
  const ids = {
    objects: uniqueIds("objects", architecture.objects, report),
    boundaries: uniqueIds("boundaries", architecture.boundaries, report),
    components: uniqueIds("components", architecture.components, report),
    connections: uniqueIds("connections", architecture.connections, report),
  };
  uniqueIds("agreements", architecture.agreements, report);
  uniqueIds("history", architecture.history, report);

  const mustExist = (kind: keyof typeof ids, id: string, path: Path) => {
    if (!ids[kind].has(id)) report(path, missingEntry(id, kind));
  };
  const allMustExist = (kind: keyof typeof ids, list: readonly string[], path: Path) => {
    list.forEach((id, i) => mustExist(kind, id, [...path, i]));
  };

  architecture.boundaries.forEach(({ within }, i) => {
    if (within !== null) mustExist("boundaries", within, ["boundaries", i, "within"]);
  });
  architecture.components.forEach((component, i) => {
    allMustExist("boundaries", component.boundaries, ["components", i, "boundaries"]);
  });
  architecture.connections.forEach((connection, i) => {
    mustExist("components", connection.from, ["connections", i, "from"]);
    mustExist("components", connection.to, ["connections", i, "to"]);
    if (connection.carries !== null) mustExist("objects", connection.carries, ["connections", i, "carries"]);
    allMustExist("components", connection.over, ["connections", i, "over"]);
  });
  architecture.agreements.forEach((agreement, i) => {
    allMustExist("components", agreement.between, ["agreements", i, "between"]);
  });
  architecture.history.forEach((entry, i) => {
    allMustExist("components", entry.about, ["history", i, "about"]);
    allMustExist("connections", entry.worked, ["history", i, "worked"]);
    allMustExist("connections", entry.failed, ["history", i, "failed"]);
  });
  const found = [...problems, ...agreementsWithOneSide(architecture), ...boundaryCircles(architecture)];
  return found.slice(0, MOST_PROBLEMS);
}

function missingEntry(id: string, list: string): string {
  return `there is no entry "${id}" in ${list}: add it, or name one that is there`;
}

function uniqueIds(
  list: string,
  entries: readonly { readonly id: string }[],
  report: (path: Path, message: string) => void,
): ReadonlySet<string> {
  const seen = new Set<string>();
  entries.forEach(({ id }, i) => {
    if (seen.has(id))
      report([list, i, "id"], `the id "${id}" is used twice in ${list}: give one of the two another`);
    seen.add(id);
  });
  return seen;
}

function agreementsWithOneSide({ agreements }: Architecture): readonly InputProblem[] {
  return agreements.flatMap(({ between: [a, b] }, i) =>
    a === b
      ? [
          {
            pointer: pointerTo(["agreements", i, "between"]),
            message: "an agreement is between two components: name another one as the second",
          },
        ]
      : [],
  );
}

/** Every boundary that lies within itself. A chain is followed once: what led nowhere before is not followed again. */
function boundaryCircles({ boundaries }: Architecture): readonly InputProblem[] {
  const parents = new Map(boundaries.map(({ id, within }) => [id, within]));
  const settled = new Set<string>();
  const inCircle = new Set<string>();
  for (const { id } of boundaries) {
    const chain = new Set<string>();
    let at: string | null | undefined = id;
    while (at !== null && at !== undefined && !chain.has(at) && !settled.has(at)) {
      chain.add(at);
      at = parents.get(at);
    }
    const isCircle = at !== null && at !== undefined && chain.has(at);
    const entry = isCircle ? [...chain].indexOf(at ?? "") : chain.size;
    [...chain].forEach((each, i) => {
      settled.add(each);
      if (i >= entry) inCircle.add(each);
    });
  }
  return boundaries.flatMap(({ id }, i) =>
    inCircle.has(id)
      ? [
          {
            pointer: pointerTo(["boundaries", i, "within"]),
            message: `the boundary "${id}" lies within itself`,
          },
        ]
      : [],
  );
}
