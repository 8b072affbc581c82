import type { ComparedSide, ComparedSides } from "#core/simulation/compare-runs.ts";
import type { Condition } from "#core/simulation/model.ts";
import { columnsOf, rowsOf, sayTime } from "#core/simulation/read-run.ts";

interface SimulationBodyProps {
  readonly id: string;
  readonly sides: ComparedSides;
}

/** Both runs: drawings, what happened, what would have had to hold, and the figures. Plain markup, on server and client. */
export function SimulationBody({ id, sides }: SimulationBodyProps) {
  const [left] = sides;
  return (
    <>
      <p className="sim-invariant">
        <span className="sounding">Checked under each axis</span> {left.run.invariant}
      </p>
      <div className="sim-sides">
        {sides.map((side, i) => (
          <Side key={i} side={side} id={`${id}-${i === 0 ? "left" : "right"}`} />
        ))}
      </div>
      <Outcome sides={sides} />
      <details className="sim-details">
        <summary>The runs as tables</summary>
        {sides.map((side, i) => (
          <Rows key={i} side={side} />
        ))}
      </details>
    </>
  );
}

function Side({ side, id }: { readonly side: ComparedSide; readonly id: string }) {
  const { name, says, run, svg, condition } = side;
  const isScrolled = run.kind === "lanes";
  return (
    <div className="sim-side" role="group" aria-labelledby={id}>
      <div>
        <p id={id} className="sim-policy">
          {name}
        </p>
        <p className="sim-says">{says}</p>
      </div>
      <div
        className="sim-frame"
        {...(isScrolled && { tabIndex: 0, role: "group", "aria-label": `Drawing: ${name}` })}
      >
        {/* The writer in core escapes every text and writes shapes only. */}
        <div className="sim-plot" dangerouslySetInnerHTML={{ __html: svg }} />
      </div>
      {isScrolled && <p className="sim-told no-print" />}
      <p className="sim-summary">{run.summary}</p>
      <Conditions condition={condition} />
    </div>
  );
}

function Conditions({ condition }: { readonly condition: Condition }) {
  const { anyOf } = condition;
  if (anyOf === undefined)
    return (
      <ul className="sim-conditions">
        <ConditionLine {...condition} />
      </ul>
    );
  return (
    <div>
      <p className="sounding">
        {condition.holds ? "Safe: one that holds is enough" : "Not safe: none of these holds"}
      </p>
      <ul className="sim-conditions">
        {anyOf.map((each) => (
          <ConditionLine key={each.formula} {...each} />
        ))}
      </ul>
    </div>
  );
}

function ConditionLine({ formula, filledIn, holds }: Condition) {
  return (
    <li data-holds={holds}>
      <span className="sim-verdict">{holds ? "holds" : "does not hold"}</span>
      <span className="sim-formula">{formula}</span>
      <span className="sim-filled">{filledIn}</span>
    </li>
  );
}

function Outcome({ sides: [left, right] }: { readonly sides: ComparedSides }) {
  return (
    <table className="sim-table sim-outcome">
      <caption className="sr-only">What both runs came to</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{left.name}</th>
          <th scope="col">{right.name}</th>
        </tr>
      </thead>
      <tbody>
        {left.run.outcome.map(({ label, value }, i) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{value}</td>
            <td>{right.run.outcome[i]?.value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Rows({ side: { name, run } }: { readonly side: ComparedSide }) {
  return (
    <div className="sim-scroll" tabIndex={0} role="group" aria-label={`Table: ${name}`}>
      <table className="sim-table">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">at</th>
            {columnsOf(run).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(run).map(({ at, cells }, i) => (
            <tr key={i}>
              <th scope="row">{sayTime(run, at)}</th>
              {cells.map((cell, j) => (
                <td key={j}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
