import { BIN_DAYS } from "#core/access/account-documents.ts";
import { database } from "../db/database.ts";
import { recordAct } from "../repositories/audit.ts";
import { deleteDocumentRow, listLongBinned } from "../repositories/documents.ts";

/** Deletes documents for good that have been in the bin for their time, with what the audit trail says of it. */
export async function emptyBin(now: Date): Promise<void> {
  await database().$transaction(async (transaction) => {
    const ids = await listLongBinned(transaction, now, BIN_DAYS);
    for (const id of ids) await deleteDocumentRow(transaction, id);
    for (const subjectId of ids)
      await recordAct(transaction, {
        actorId: null,
        action: "document.deleted",
        subjectKind: "document",
        subjectId,
      });
  });
}
