import { database } from "../db/database.ts";
import { forgetOldDeliveries } from "../repositories/deliveries.ts";
import { forgetOldErrorReports } from "../repositories/error-reports.ts";
import { forgetOldMessages } from "../repositories/inbox.ts";
import { forgetPaidLimits } from "../repositories/rate-limits.ts";
import { forgetOldSignIns } from "../repositories/sign-ins.ts";
import { forgetExpiredProofs } from "../repositories/spent-proofs.ts";
import { forgetOldKeys } from "../repositories/submission-keys.ts";
import { forgetOldTickets } from "../repositories/tickets.ts";
import { emptyBin } from "../services/empty-bin.ts";
import { eraseForgottenSituations } from "../services/erase-situation.ts";

/**
 * Forgets what has done its service: keys nobody retries any more, limits paid back, proofs expired, messages long handled, reports
 * of errors whose time is over, sign-ins that ended, links that open nothing, documents long in the bin, and situations that
 * nobody touched for as long as they are kept.
 */
export async function keepIntakeHouse(now: Date): Promise<void> {
  await forgetOldKeys(database(), now);
  await forgetPaidLimits(database(), now);
  await forgetExpiredProofs(database(), now);
  await forgetOldMessages(database(), now);
  await forgetOldErrorReports(database(), now);
  await forgetOldSignIns(database(), now);
  await forgetOldTickets(database(), now);
  await forgetOldDeliveries(database(), now);
  await emptyBin(now);
  await eraseForgottenSituations(now);
}
