import * as z from "zod";

/**
 * Parts of files that other programs write. What is of another type than it should be is taken as not said: a file is
 * not refused for a decoration that is wrong.
 */

/** Empty where nothing is said. */
export const Said = z.string().catch("");

/** Letters or a number that name something; undefined where nothing does. */
export const Key = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined);

/** False unless it says true. */
export const Flag = z.boolean().catch(false);

const Coordinate = z.number().min(-1e9).max(1e9);
export const Point = z.looseObject({ x: Coordinate, y: Coordinate }).optional().catch(undefined);
export const Size = z
  .looseObject({ width: z.number().min(0).max(1e9), height: z.number().min(0).max(1e9) })
  .optional()
  .catch(undefined);

/** A list without those of its entries that are none of what it should hold; empty where there is no list. */
export function listOf<T>(entry: z.ZodType<T>) {
  return z
    .array(entry.nullable().catch(null))
    .catch([])
    .transform((entries) => entries.filter((one) => one !== null));
}

export const Keys = listOf(z.string());
