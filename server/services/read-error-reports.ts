import type { User } from "#core/access/policy.ts";
import { err, ok, type Result } from "#core/result.ts";
import { authorize, type AccessRefusal } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import { untilAway } from "../repositories/transaction.ts";
import { listErrorReports, type StoredErrorReport } from "../repositories/error-reports.ts";

/** What readers say is wrong in published texts, the newest first. */
export async function readErrorReports(
  user: User,
): Promise<Result<readonly StoredErrorReport[], AccessRefusal | { readonly kind: "unavailable" }>> {
  const allowed = authorize(user, "error-report.read");
  if (!allowed.ok) return allowed;
  const reports = await untilAway(() => listErrorReports(database()));
  return reports.ok ? ok(reports.value) : err({ kind: "unavailable" });
}
