import type { Model } from "#core/simulation/model.ts";

interface PolicyChooserProps {
  readonly id: string;
  readonly label: string;
  readonly model: Model;
  readonly chosen: string;
  readonly onChoose: (policy: string) => void;
}

export function PolicyChooser({ id, label, model, chosen, onChoose }: PolicyChooserProps) {
  return (
    <p className="sim-chooser">
      <label htmlFor={id} className="sounding">
        {label}
      </label>
      <select id={id} className="field" value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {model.policies.map(({ key, label: name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
