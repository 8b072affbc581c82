import { Prisma } from "./generated/client.ts";

/**
 * In a filter of Prisma's, `undefined` means "whatever", so a value that got lost would match every row. Here it is a bug
 * that throws. https://github.com/prisma/prisma/issues/2102
 */
export const refuseUndefined = Prisma.defineExtension({
  name: "refuse-undefined",
  query: {
    $allModels: {
      $allOperations({ model, operation, args, query }) {
        const path = findUndefined((args as { where?: unknown }).where, "where");
        if (path !== undefined) throw new Error(`${model}.${operation} was called with undefined at ${path}`);
        return query(args);
      },
    },
  },
});

/** Where in a filter a value is undefined, if it is anywhere. A filter that is not there at all is meant. */
function findUndefined(filter: unknown, path: string): string | undefined {
  if (typeof filter !== "object" || filter === null || ArrayBuffer.isView(filter)) return undefined;
  for (const [key, value] of Object.entries(filter)) {
    const found = value === undefined ? `${path}.${key}` : findUndefined(value, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
