import * as z from "zod";
import { HEAD } from "./audit-view.ts";

const Seq = z.string().regex(/^\d{1,18}$/);
const Word = z.string().trim().max(100).default("");

/** What of the trail is asked for: of one subject, by one actor, or of one kind of action; "" is whatever. */
export const AuditQuery = z.strictObject({
  subject: Word,
  actor: z.union([z.literal(""), z.uuid()]).default(""),
  action: Word,
  before: Seq.optional(),
});
export type AuditQuery = Readonly<z.infer<typeof AuditQuery>>;

/** `known` is a head that somebody noted earlier. */
export const VerifyInput = z.strictObject({ known: z.string().trim().regex(HEAD).optional() });
export type VerifyInput = Readonly<z.infer<typeof VerifyInput>>;
