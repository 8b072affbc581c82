import { assessFit, FIT_WORDING } from "#core/fit/assess-fit.ts";
import type { Signal } from "#core/fit/signals.ts";
import { linkToken } from "../auth/link-token.ts";
import { env } from "../env.ts";
import type { Block, Letter } from "./letter.ts";
import { publicAddress } from "./public-address.ts";

export interface MailedSituation {
  readonly id: string;
  readonly reference: string;
  readonly signals: readonly Signal[];
  readonly isVerified: boolean;
}

const BY_ITSELF = "Seamark sent this by itself.";
const TO_VISITOR = `Somebody gave this address when they described a situation to us. If it was not you, do nothing: it is used for answers to that situation and for nothing else. ${BY_ITSELF}`;
const TO_STAFF = `You get this because you work in this Seamark. ${BY_ITSELF}`;

const text = (said: string): Block => ({ kind: "text", text: said });

function privateLink({ id }: MailedSituation): Block {
  const href = publicAddress(`/situation/mine/${linkToken("situation", id)}`);
  return { kind: "link", label: "Open your private page", href };
}

function consoleLink({ id }: MailedSituation): Block {
  return { kind: "link", label: "Open it in the console", href: consoleAddress(id) };
}

/** Where staff read a situation. */
export function consoleAddress(situationId: string): string {
  return publicAddress(`/console/situations/${situationId}`);
}

/** Quotes nothing of what was written: with somebody else's address the form would otherwise send them any text. */
export function writeReceipt(situation: MailedSituation): Letter {
  const fit = assessFit(situation.signals);
  const { heading, text: verdict } = FIT_WORDING[fit.verdict];
  const said = [...fit.reasons, ...fit.instead];
  return {
    subject: `Your situation is with us (${situation.reference})`,
    heading: "Your situation is with us",
    blocks: [
      { kind: "facts", facts: [["Reference", situation.reference]] },
      text(`${heading}. ${verdict}`),
      ...(said.length > 0 ? [{ kind: "list", items: said } as const] : []),
      text(
        "What happens next: a person reads it, and answers to this address. On your private page you see where it stands, add to it, or withdraw and erase it.",
      ),
      privateLink(situation),
      text(
        `Whoever has the address of that page can do the same, so pass it on to nobody else. All that you wrote is erased ${env().SITUATION_KEPT_DAYS} days after the last thing that happened to it.`,
      ),
    ],
    why: TO_VISITOR,
  };
}

export function writeReply(situation: MailedSituation, reply: string): Letter {
  return {
    subject: `An answer to your situation (${situation.reference})`,
    heading: "An answer to your situation",
    blocks: [
      { kind: "facts", facts: [["Reference", situation.reference]] },
      { kind: "quote", text: reply },
      text("To answer, use your private page. Mails to this address are not read."),
      privateLink(situation),
    ],
    why: TO_VISITOR,
  };
}

/** Without anything of the visitor: what they wrote stays in the console, where who reads it is known. */
export function writeStaffNotice(situation: MailedSituation): Letter {
  return {
    subject: `A situation came in (${situation.reference})`,
    heading: "A situation came in",
    blocks: [
      {
        kind: "facts",
        facts: [
          ["Reference", situation.reference],
          ["Proof of work", situation.isVerified ? "done" : "not done"],
        ],
      },
      text("What it says is in the console."),
      consoleLink(situation),
    ],
    why: TO_STAFF,
  };
}

export function writeAdditionNotice(situation: MailedSituation): Letter {
  return {
    subject: `Something was added to a situation (${situation.reference})`,
    heading: "Something was added to a situation",
    blocks: [
      { kind: "facts", facts: [["Reference", situation.reference]] },
      text("Whoever sent it in wrote more. It is in the console."),
      consoleLink(situation),
    ],
    why: TO_STAFF,
  };
}

export function writeInvitation(ticket: { readonly id: string; readonly expiresAt: Date }): Letter {
  const href = publicAddress(`/invitation/${linkToken("invitation", ticket.id)}`);
  return {
    subject: "You are invited to Seamark",
    heading: "You are invited to Seamark",
    blocks: [
      text(
        `Somebody who works with Seamark at ${new URL(publicAddress("/")).host} invited you to an account there.`,
      ),
      { kind: "link", label: "Choose a password", href },
      text(`The link is good once, until ${inWords(ticket.expiresAt)}.`),
    ],
    why: `If you do not know what this is about, do nothing: without you there is no account. ${BY_ITSELF}`,
  };
}

export function writeReset(ticket: { readonly id: string; readonly expiresAt: Date }): Letter {
  const href = publicAddress(`/reset/${linkToken("password-reset", ticket.id)}`);
  return {
    subject: "Set a new password",
    heading: "Set a new password",
    blocks: [
      text(
        `Somebody, probably you, asked for a new password of your account at ${new URL(publicAddress("/")).host}.`,
      ),
      { kind: "link", label: "Set a new password", href },
      text(`The link is good once, until ${inWords(ticket.expiresAt)}.`),
    ],
    why: `If it was not you, do nothing: your password stays as it is. ${BY_ITSELF}`,
  };
}

export function writeSecurityNotice(): Letter {
  return {
    subject: "Your password was changed",
    heading: "Your password was changed",
    blocks: [
      text(
        `The password of your account at ${new URL(publicAddress("/")).host} was changed. If it was you, there is nothing to do.`,
      ),
      text(
        "If it was not you, set a new password now, which ends every sign-in, and tell whoever runs Seamark.",
      ),
      { kind: "link", label: "Set a new password", href: publicAddress("/forgotten") },
    ],
    why: `You get this because the account has this address. ${BY_ITSELF}`,
  };
}

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" });

function inWords(time: Date): string {
  return `${DAY.format(time)} UTC`;
}
