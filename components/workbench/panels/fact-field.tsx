import { FACT_WORDING, NOBODY_KNOWS_LABEL } from "#core/architecture/fact-wording.ts";
import type { FactValue } from "#core/architecture/architecture.schema.ts";
import { valueKey } from "#core/architecture/reading.ts";
import type { FactAddress } from "#core/architecture/subject.ts";
import {
  AGREEMENT_FACTS,
  COMPONENT_FACTS,
  CONNECTION_FACTS,
  UNKNOWN,
  type FactShape,
} from "#core/architecture/vocabulary.ts";
import { answerWords, subjectName } from "#core/report/wording.ts";
import { useId } from "react";
import { GuessOffer } from "../session/guess-offer.tsx";
import { useTyped } from "../use-typed.ts";
import { useWorkbench } from "../workbench-context.ts";

const NOT_ASKED = "";

export function factShape({ about, fact }: FactAddress): FactShape {
  const shapes: Readonly<Record<string, FactShape>> =
    "component" in about ? COMPONENT_FACTS : "connection" in about ? CONNECTION_FACTS : AGREEMENT_FACTS;
  return shapes[fact] ?? { shape: "text" };
}

interface FactFieldProps {
  readonly address: FactAddress;
  /** What this person answered, or undefined. */
  readonly value: FactValue | undefined;
}

/** One fact of an element, as this person answers it. Others' answers are listed with the earlier answers. */
export function FactField({ address, value }: FactFieldProps) {
  const { answer, dispatch, person } = useWorkbench();
  const shape = factShape(address);
  const id = useId();
  const { label } = FACT_WORDING[address.fact];
  const clear = () => dispatch({ type: "clear-answer", address, by: person });
  const say = (next: FactValue) => (next === NOT_ASKED ? clear() : answer(address, next));

  return (
    <div className="grid gap-1 py-2">
      <label htmlFor={id} className="sounding">
        {label}
      </label>
      {shape.shape === "choice" && (
        <ChoiceField id={id} values={shape.values} value={value} address={address} onSay={say} />
      )}
      {shape.shape === "text" && <TextField id={id} value={value} onSay={say} />}
      {(shape.shape === "conditions" || shape.shape === "components" || shape.shape === "connections") && (
        <ListField id={id} address={address} value={value} onSay={say} />
      )}
      <GuessOffer address={address} onConfirm={(confirmed, extra) => answer(address, confirmed, extra)} />
    </div>
  );
}

type TextFieldProps = Pick<ChoiceFieldProps, "id" | "value" | "onSay">;

function TextField({ id, value, onSay }: TextFieldProps) {
  const said = typeof value === "string" && value !== UNKNOWN ? value : "";
  const typed = useTyped(said, (next) => {
    if (next.trim() !== said) onSay(next.trim());
  });
  return (
    <input id={id} {...typed} className="field" placeholder={value === UNKNOWN ? NOBODY_KNOWS_LABEL : ""} />
  );
}

interface ChoiceFieldProps {
  readonly id: string;
  readonly address: FactAddress;
  readonly values: readonly (string | boolean)[];
  readonly value: FactValue | undefined;
  readonly onSay: (value: FactValue) => void;
}

function ChoiceField({ id, address, values, value, onSay }: ChoiceFieldProps) {
  const { session } = useWorkbench();
  const all: readonly FactValue[] = [...values, UNKNOWN];
  return (
    <select
      id={id}
      className="field"
      value={value === undefined ? NOT_ASKED : valueKey(value)}
      onChange={({ target }) => onSay(all.find((known) => valueKey(known) === target.value) ?? NOT_ASKED)}
    >
      <option value={NOT_ASKED}>Not asked</option>
      {all.map((known) => (
        <option key={valueKey(known)} value={valueKey(known)}>
          {answerWords(session.architecture, address.fact, known)}
        </option>
      ))}
    </select>
  );
}

/** What a list fact can name: conditions, other components, other connections. */
export function listChoices(
  address: FactAddress,
  architecture: ReturnType<typeof useWorkbench>["session"]["architecture"],
): readonly { readonly value: string; readonly label: string }[] {
  const shape = factShape(address);
  const ids =
    shape.shape === "conditions"
      ? shape.values
      : shape.shape === "components"
        ? architecture.components.map(({ id }) => id)
        : architecture.connections.map(({ id }) => id);
  const itself = "component" in address.about ? address.about.component : undefined;
  const own = "connection" in address.about ? address.about.connection : undefined;
  return ids
    .filter((id) => id !== itself && id !== own)
    .map((value) => ({
      value,
      label:
        shape.shape === "conditions"
          ? answerWords(architecture, address.fact, value)
          : subjectName(
              architecture,
              shape.shape === "components" ? { component: value } : { connection: value },
            ),
    }));
}

function ListField({ id, address, value, onSay }: Omit<ChoiceFieldProps, "values">) {
  const { session } = useWorkbench();
  const chosen = typeof value === "object" ? value : [];
  const words = value === undefined ? "Not asked" : answerWords(session.architecture, address.fact, value);
  return (
    <details>
      <summary id={id} className="cursor-pointer text-small">
        {words}
      </summary>
      <div className="max-h-40 overflow-y-auto pl-2">
        {listChoices(address, session.architecture).map((choice) => (
          <label key={choice.value} className="flex min-h-7 items-center gap-2 text-small">
            <input
              type="checkbox"
              checked={chosen.includes(choice.value)}
              onChange={({ target }) =>
                onSay(
                  target.checked ? [...chosen, choice.value] : chosen.filter((item) => item !== choice.value),
                )
              }
            />
            {choice.label}
          </label>
        ))}
      </div>
    </details>
  );
}
