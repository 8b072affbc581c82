import { isOfOneSide, settingsOfSide, type Configuration } from "#core/simulation/configuration.ts";
import type { Model, Setting, Settings, SettingValue } from "#core/simulation/model.ts";
import { sayNumber } from "#core/simulation/say-number.ts";

interface SettingsPanelProps {
  readonly id: string;
  readonly model: Model;
  readonly configuration: Configuration;
  readonly onChange: (configuration: Configuration) => void;
}

/** What is the same for both sides, and what is each side's own. */
export function SettingsPanel({ id, model, configuration, onChange }: SettingsPanelProps) {
  const own = model.settings.filter((setting) => isOfOneSide(model, setting));
  const common = model.settings.filter((setting) => !isOfOneSide(model, setting));
  return (
    <div className="sim-setting-groups">
      <SettingGroup
        id={`${id}-both`}
        legend="On both sides"
        settings={common}
        values={settingsOfSide(model, configuration, configuration.left)}
        onSet={(key, value) =>
          onChange({ ...configuration, settings: { ...configuration.settings, [key]: value } })
        }
      />
      {(["left", "right"] as const).map((name) => {
        const side = configuration[name];
        return (
          <SettingGroup
            key={name}
            id={`${id}-${name}`}
            legend={name === "left" ? "On the first side" : "On the second side"}
            settings={own}
            values={settingsOfSide(model, configuration, side)}
            onSet={(key, value) =>
              onChange({
                ...configuration,
                [name]: { ...side, settings: { ...side.settings, [key]: value } },
              })
            }
          />
        );
      })}
    </div>
  );
}

interface SettingGroupProps {
  readonly id: string;
  readonly legend: string;
  readonly settings: readonly Setting[];
  readonly values: Settings;
  readonly onSet: (key: string, value: SettingValue) => void;
}

function SettingGroup({ id, legend, settings, values, onSet }: SettingGroupProps) {
  if (settings.length === 0) return null;
  return (
    <fieldset className="sim-setting-group">
      <legend className="sounding">{legend}</legend>
      {settings.map((setting) => (
        <SettingControl
          key={setting.key}
          id={`${id}-${setting.key}`}
          setting={setting}
          value={values[setting.key] ?? setting.initial}
          onSet={(value) => onSet(setting.key, value)}
        />
      ))}
    </fieldset>
  );
}

interface SettingControlProps {
  readonly id: string;
  readonly setting: Setting;
  readonly value: SettingValue;
  readonly onSet: (value: SettingValue) => void;
}

function SettingControl({ id, setting, value, onSet }: SettingControlProps) {
  if (setting.shape === "choice")
    return (
      <p className="sim-setting">
        <label htmlFor={id}>{setting.label}</label>
        <select id={id} className="field" value={value} onChange={({ target }) => onSet(target.value)}>
          {setting.choices.map(({ key, label }) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </select>
      </p>
    );
  const space = setting.unit === "" || setting.unit.startsWith("/") ? "" : " ";
  const said = `${sayNumber(Number(value))}${space}${setting.unit}`;
  return (
    <p className="sim-setting">
      <label htmlFor={id}>{setting.label}</label>
      <output htmlFor={id}>{said}</output>
      <input
        id={id}
        type="range"
        min={setting.min}
        max={setting.max}
        step={setting.step}
        value={value}
        aria-valuetext={said}
        onChange={({ target }) => onSet(target.valueAsNumber)}
      />
    </p>
  );
}
