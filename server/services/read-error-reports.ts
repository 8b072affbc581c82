import type { User } from "#core/access/policy.ts";
import { ok, type Result } from "#core/result.ts";
import { authorize, type AccessRefusal } from "../auth/authorize.ts";
import { database } from "../db/database.ts";
import { listErrorReports, type StoredErrorReport } from "../repositories/error-reports.ts";

/** What readers say is wrong in published texts, the newest first. */
export async function readErrorReports(
  user: User,
): Promise<Result<readonly StoredErrorReport[], AccessRefusal>> {
  const allowed = authorize(user, "error-report.read");
  return allowed.ok ? ok(await listErrorReports(database())) : allowed;
}
