import * as z from "zod";
import { FiledDocument } from "#core/engagements/engagement.schema.ts";
import { DOCUMENT_LIMITS } from "#live/check-update.ts";
import { binDocument, deleteDocument, restoreDocument, shareDocument } from "../services/document-fate.ts";
import {
  appendUpdate,
  createDocument,
  listDocuments,
  loadDocument,
  renameDocument,
} from "../services/documents.ts";
import { fileDocument } from "../services/engagement-contents.ts";
import { answerApi } from "./api.ts";
import { answerBytes } from "./bytes-api.ts";

const action = "document.use";
const One = z.strictObject({ id: z.uuid() });
/** A state vector in base64url. One that is longer is left out, and all of the document answered. */
const LONGEST_SINCE = 8192;
const Since = z.strictObject({
  id: z.uuid(),
  since: z
    .string()
    .max(LONGEST_SINCE)
    .regex(/^[A-Za-z0-9_-]*$/)
    .optional(),
});

export const list = answerApi({ action, input: z.strictObject({}), run: listDocuments });

/** PUT: keeps a whole document in the account, or adds to the one that is there what is new in it. */
export const put = answerBytes({
  action,
  input: z.strictObject({ id: z.uuid(), situation: z.uuid().optional() }),
  most: DOCUMENT_LIMITS.document,
  run: (user, { id, situation }, state) => createDocument(user, { id, state, situationId: situation }),
});

/** GET: what is new since a state vector, after the state vector of the document itself (live/document-log.ts). */
export const load = answerBytes({
  action,
  input: Since,
  most: 0,
  run: (user, { id, since }) =>
    loadDocument(user, { id, since: since === undefined ? undefined : Buffer.from(since, "base64url") }),
});

/** POST: one update, acknowledged with its number once it is committed. */
const appendUpTo = (most: number) =>
  answerBytes({
    action,
    input: One,
    most,
    run: (user, { id }, update) => appendUpdate(user, { id, update, most }),
  });
export const append = appendUpTo(DOCUMENT_LIMITS.update);
/** The same for what was done offline. */
export const merge = appendUpTo(DOCUMENT_LIMITS.merge);

export const rename = answerApi({
  action,
  input: z.strictObject({ id: z.uuid(), title: z.string().max(200) }),
  run: renameDocument,
});

export const share = answerApi({
  action,
  input: z.strictObject({ id: z.uuid(), teamId: z.uuid().nullable() }),
  run: shareDocument,
});

export const file = answerApi({ action: "engagement.use", input: FiledDocument, run: fileDocument });

export const bin = answerApi({ action, input: One, run: binDocument });
export const restore = answerApi({ action, input: One, run: restoreDocument });
export const remove = answerApi({ action, input: One, run: deleteDocument });
