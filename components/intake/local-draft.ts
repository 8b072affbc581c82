import { KEY_FIELD, TRAP_FIELD } from "#core/intake/form.ts";

const PLACE = "seamark.situation";

type Entry = readonly [name: string, value: string];

/** Keeps what is in the form in this browser. Full or forbidden storage only means that nothing is kept. */
export function keepDraft(form: HTMLFormElement): void {
  const entries = [...new FormData(form)].filter(([name]) => name !== TRAP_FIELD);
  try {
    localStorage.setItem(PLACE, JSON.stringify(entries));
  } catch {
    return;
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    return;
  }
}

/** Puts back what was kept, the key of an unsettled sending included. True when there was something. */
export function restoreDraft(form: HTMLFormElement): boolean {
  const entries = readDraft();
  const values = new Map<string, string[]>();
  for (const [name, value] of entries) values.set(name, [...(values.get(name) ?? []), value]);
  for (const control of form.elements) fill(control, values);
  return entries.some(([name, value]) => name !== KEY_FIELD && name !== "reply" && value !== "");
}

function fill(control: Element, values: ReadonlyMap<string, readonly string[]>): void {
  if (control instanceof HTMLTextAreaElement) control.value = first(control, values);
  else if (control instanceof HTMLInputElement && isChoice(control))
    control.checked = values.size > 0 ? isChosen(control, values) : control.checked;
  else if (control instanceof HTMLInputElement) control.value = first(control, values);
}

type Control = HTMLInputElement | HTMLTextAreaElement;

function first({ name, value }: Control, values: ReadonlyMap<string, readonly string[]>): string {
  return values.get(name)?.[0] ?? value;
}

function isChoice({ type }: HTMLInputElement): boolean {
  return type === "checkbox" || type === "radio";
}

function isChosen(
  { name, value }: HTMLInputElement,
  values: ReadonlyMap<string, readonly string[]>,
): boolean {
  return values.get(name)?.includes(value) ?? false;
}

/** What lies in storage may be of an older form, or of anybody. */
function readDraft(): readonly Entry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is Entry {
  return Array.isArray(entry) && typeof entry[0] === "string" && typeof entry[1] === "string";
}
