import * as z from "zod";
import { textWithin } from "../intake/fields.schema.ts";
import { SITUATION_STATES } from "./states.ts";
import { TEXT_LIMITS } from "./text-limits.ts";

/** Not checked further: an id that is none is one that leads nowhere. */
const Id = z.string().max(100);
/** The revision on which an act was decided. */
const revision = z.int().min(0).max(2_147_483_647);

const written = (limit: number) =>
  textWithin(limit).pipe(z.string().min(1, "There is nothing written here yet."));

export const OneSituation = z.strictObject({ id: Id });
export const MoveInput = z.strictObject({ id: Id, revision, to: z.enum(SITUATION_STATES) });
export const AssignInput = z.strictObject({ id: Id, revision, assigneeId: z.uuid().nullable() });
export const NoteInput = z.strictObject({ id: Id, text: written(TEXT_LIMITS.note) });
export const ReplyInput = z.strictObject({ id: Id, revision, text: written(TEXT_LIMITS.reply) });
/** `into` is the reference of the one that is kept, as people write it. */
export const MergeInput = z.strictObject({ id: Id, revision, into: z.string().max(100) });
export const UnmergeInput = z.strictObject({ id: Id, revision });
export type MoveInput = z.infer<typeof MoveInput>;
export type AssignInput = z.infer<typeof AssignInput>;
export type NoteInput = z.infer<typeof NoteInput>;
export type ReplyInput = z.infer<typeof ReplyInput>;
export type MergeInput = z.infer<typeof MergeInput>;
export type UnmergeInput = z.infer<typeof UnmergeInput>;
