import { SaidBy } from "#components/site/said-by.tsx";
import { subjectKey } from "#core/architecture/subject.ts";
import type { Architecture } from "#core/architecture/architecture.schema.ts";
import { layoutSketch } from "#core/diagram/layout-sketch.ts";
import { renderSketch } from "#core/diagram/render-sketch.ts";
import type { Move } from "#core/series/move.schema.ts";
import { shownPart, withMove } from "#core/series/move.ts";
import type { PublishedCase } from "../published-case.ts";

interface BeforeAfterProps {
  readonly found: PublishedCase;
  readonly caption: string;
}

/** A structural move as two drawings in which everything that is in both lies at the same place, and the failure replayed on both. */
export function BeforeAfter({ found, caption }: BeforeAfterProps) {
  const { entry, move } = found;
  const { slug } = entry.matter;
  const [before, after] = drawn(found);
  return (
    <>
      <figure className="wide before-after">
        <Drawing name="As it was built" svg={before} />
        <Drawing name="With the move made" svg={after} />
        <figcaption className="sounding">{caption}</figcaption>
      </figure>
      <table aria-label="The same failure, replayed on both" id={`${slug}-replay`} className="replay">
        <thead>
          <tr>
            <th scope="col">What happens</th>
            <th scope="col">As it was built</th>
            <th scope="col">With the move made</th>
          </tr>
        </thead>
        <tbody>
          {move.replay.map(({ happens, before: was, source, after: would }) => (
            <tr key={happens}>
              <th scope="row">{happens}</th>
              <td data-column="As it was built">
                {was}{" "}
                <span className="sounding block">
                  <SaidBy entry={entry} source={source} />
                </span>
              </td>
              <td data-column="With the move made">{would}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sounding">The last column is what we infer: nobody built it that way on the day.</p>
    </>
  );
}

function Drawing({ name, svg }: { readonly name: string; readonly svg: string }) {
  return (
    <div>
      <h3 className="sounding">{name}</h3>
      <div className="chart-frame" tabIndex={0} role="group" aria-label={`Drawing: ${name}`}>
        <div className="chart-ground">
          <span className="chart-start" style={{ insetInlineStart: "50%" }} />
          <div
            // The writer in core escapes every text and writes shapes only.
            dangerouslySetInnerHTML={{ __html: svg }}
          />
        </div>
      </div>
    </div>
  );
}

function drawn({ entry, incident, move }: PublishedCase): readonly [string, string] {
  const moved = withMove(incident.architecture, move);
  const [seam] = incident.documented.seam.between;
  const sides = seam === undefined ? [] : [seam];
  const layout = layoutSketch(
    bothOf(shownPart(incident.architecture, move.shown), shownPart(moved, move.shown)),
  );
  const idPrefix = `${entry.matter.slug}-move`;
  return [
    renderSketch(shownPart(incident.architecture, move.shown), {
      layout,
      seams: sides,
      title: "As it was built",
      idPrefix: `${idPrefix}-before`,
      marked: new Map(),
    }),
    renderSketch(shownPart(moved, move.shown), {
      layout,
      title: "With the move made",
      idPrefix: `${idPrefix}-after`,
      marked: marksOf(incident.architecture, move),
    }),
  ];
}

/** Everything that is in one of the two, for a layout that serves both. A connection with new ends is there twice. */
function bothOf(before: Architecture, after: Architecture): Architecture {
  const known = new Set(before.components.map(({ id }) => id));
  return {
    ...before,
    components: [...before.components, ...after.components.filter(({ id }) => !known.has(id))],
    connections: [
      ...before.connections,
      ...after.connections.map((one) => ({ ...one, id: `${one.id}-after` })),
    ],
  };
}

/** What the move brought or changed, as the drawing marks it. */
function marksOf({ components, connections }: Architecture, { put }: Move): ReadonlyMap<string, string> {
  const known = new Set([...components, ...connections].map(({ id }) => id));
  const word = (id: string) => (known.has(id) ? "changed" : "new");
  return new Map([
    ...put.components.map(({ id }) => [subjectKey({ component: id }), word(id)] as const),
    ...put.connections.map(({ id }) => [subjectKey({ connection: id }), word(id)] as const),
  ]);
}
