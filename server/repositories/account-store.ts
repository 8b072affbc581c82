import { prismaAdapter } from "@better-auth/prisma-adapter";
import type { Database } from "../db/database.ts";

/** The tables of accounts as better-auth reads and writes them. */
export function accountStore(database: Database) {
  return prismaAdapter(database, { provider: "postgresql", transaction: true });
}
