import type { DeliveryProblem } from "#core/delivery/delivery.ts";
import { err, ok, type Result } from "#core/result.ts";
import { database } from "../db/database.ts";
import type { DueDelivery } from "../repositories/deliveries.ts";
import {
  findOpenTicket,
  findReceiptDeliveryId,
  findReply,
  findSituationSubject,
  findStaffAddress,
  findUserAddress,
} from "../repositories/delivery-subjects.ts";
import type { Letter, Mail } from "./letter.ts";
import {
  writeAdditionNotice,
  writeInvitation,
  writeReceipt,
  writeReply,
  writeReset,
  writeSecurityNotice,
  writeStaffNotice,
} from "./letters.ts";
import { isMailAddress, messageIdOf, sender } from "./mail-address.ts";
import { renderHtml } from "./render-html.ts";
import { renderText } from "./render-text.ts";

interface Addressed {
  readonly to: string | null | undefined;
  readonly letter: Letter;
  readonly references?: string | undefined;
}

type Written = Result<Addressed, DeliveryProblem>;

const GONE: Written = err("subject-gone");

/** Writes the mail of a delivery from what its subject is now. */
export async function composeMail(delivery: DueDelivery): Promise<Result<Mail, DeliveryProblem>> {
  const written = await write(delivery);
  if (!written.ok) return written;
  const { to, letter, references } = written.value;
  if (!to || !isMailAddress(to)) return err("no-recipient");
  return ok({
    messageId: messageIdOf(delivery.id),
    references: references === undefined ? null : messageIdOf(references),
    to,
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter),
  });
}

function write(delivery: DueDelivery): Promise<Written> | Written {
  switch (delivery.kind) {
    case "receiptMail":
    case "replyMail":
      return writeToVisitor(delivery);
    case "staffMail":
    case "additionMail":
      return writeToStaff(delivery);
    case "invitationMail":
    case "resetMail":
      return writeWithTicket(delivery);
    case "securityMail":
      return writeToUser(delivery);
    case "staffWebhook":
      return GONE;
  }
}

async function writeToVisitor({ kind, situationId, subjectId }: DueDelivery): Promise<Written> {
  const situation = situationId === null ? undefined : await findSituationSubject(database(), situationId);
  if (situation === undefined) return GONE;
  if (kind === "receiptMail") return ok({ to: situation.email, letter: writeReceipt(situation) });
  const reply = subjectId === null ? undefined : await findReply(database(), subjectId);
  if (reply === undefined) return GONE;
  const references = await findReceiptDeliveryId(database(), situation.id);
  return ok({ to: situation.email, letter: writeReply(situation, reply), references });
}

async function writeToStaff({ kind, situationId, recipientId }: DueDelivery): Promise<Written> {
  const situation = situationId === null ? undefined : await findSituationSubject(database(), situationId);
  if (situation === undefined) return GONE;
  const letter = kind === "staffMail" ? writeStaffNotice(situation) : writeAdditionNotice(situation);
  // While nobody works here yet, the mailbox of the installation itself is told.
  const to = recipientId === null ? sender().address : await findStaffAddress(database(), recipientId);
  return ok({ to, letter });
}

async function writeWithTicket({ kind, subjectId }: DueDelivery): Promise<Written> {
  const isInvitation = kind === "invitationMail";
  const purpose = isInvitation ? "invitation" : "passwordReset";
  const ticket = subjectId === null ? undefined : await findOpenTicket(database(), subjectId, purpose);
  if (ticket === undefined) return GONE;
  if (isInvitation) return ok({ to: ticket.email, letter: writeInvitation(ticket) });
  const to = ticket.userId === null ? undefined : await findUserAddress(database(), ticket.userId);
  return ok({ to, letter: writeReset(ticket) });
}

async function writeToUser({ subjectId }: DueDelivery): Promise<Written> {
  const to = subjectId === null ? undefined : await findUserAddress(database(), subjectId);
  return to === undefined ? GONE : ok({ to, letter: writeSecurityNotice() });
}
