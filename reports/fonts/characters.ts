/** Every character that occurs in the texts of a value, whatever its shape. */
export function charactersIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === "string")
    for (const character of value.toWellFormed().normalize()) found.add(character);
  else if (Array.isArray(value)) for (const item of value) charactersIn(item, found);
  else if (typeof value === "object" && value !== null && !(value instanceof Uint8Array))
    for (const item of Object.values(value)) charactersIn(item, found);
  return found;
}
