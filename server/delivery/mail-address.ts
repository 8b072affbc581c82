import { invariant } from "#core/invariant.ts";
import { env } from "../env.ts";

/** RFC 5321: more than this no server takes. */
const LONGEST = 254;
/** One address and nothing but: no name, no list, no quoted part, nothing that ends a line. */
const ADDRESS =
  /^[^\s\p{C}\p{Z}<>()[\]\\,;:"@]{1,64}@[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}.-]*[\p{L}\p{M}\p{N}])?$/u;

/** Whether a mail to this address has exactly one recipient. */
export function isMailAddress(text: string): boolean {
  return text.length <= LONGEST && ADDRESS.test(text);
}

export interface Sender {
  readonly name: string;
  readonly address: string;
  /** What stands behind the @ of a Message-ID. */
  readonly host: string;
}

/** Who all mails are from: MAIL_FROM, whatever anybody wrote. */
export function sender(): Sender {
  const [, name = "", address = "", host = ""] =
    /^([^<]*)<([^<>\s@]+@([^<>\s@]+))>$/.exec(env().MAIL_FROM) ?? [];
  invariant(host, "MAIL_FROM was checked at the start");
  return { name: name.trim(), address, host };
}

/** The same at every try, so that whoever gets a mail twice can tell. */
export function messageIdOf(deliveryId: string): string {
  return `<${deliveryId}@${sender().host}>`;
}
