import type { IncomingMessage } from "node:http";
import * as z from "zod";
import type { User } from "#core/access/policy.ts";
import { SKETCH_ACTS, type SketchAct, type SketchOutcome } from "#core/access/sketch-acts.ts";
import type { Result } from "#core/result.ts";
import { findActor } from "../auth/find-actor.ts";
import { untilAway } from "../repositories/transaction.ts";
import { binDocument, deleteDocument, restoreDocument, shareDocument } from "../services/document-fate.ts";
import type { ApiRefusal } from "./api.ts";
import type { Handle } from "./page-form.ts";
import { readBody } from "./read-body.ts";
import { isProvenSameOrigin } from "./same-origin.ts";

const PATH = "/console/sketches";
export const SKETCH_FORMS = { path: PATH, action: "document.use" } as const;

const FORM_TYPE = "application/x-www-form-urlencoded";

const Posted = z.strictObject({
  act: z.enum(SKETCH_ACTS),
  document: z.uuid(),
  team: z.union([z.uuid(), z.literal("").transform(() => null)]).default(null),
});
type Posted = z.infer<typeof Posted>;

const DONE: Readonly<Record<SketchAct, SketchOutcome>> = {
  share: "shared",
  bin: "binned",
  restore: "restored",
  delete: "deleted",
};

/** Takes in the forms of the page of sketches, which work without scripts, and goes back to the page with what came of it. */
export function receiveSketchForms(handle: Handle, publicOrigin: string | undefined): Handle {
  return async (request, response) => {
    const [path] = (request.url ?? "").split("?");
    if (request.method !== "POST" || path !== PATH) return handle(request, response);
    const location = await receive(request, publicOrigin);
    // The rest of a body that was not read cannot be told from another request.
    response.writeHead(303, { Location: location, "Cache-Control": "no-store", Connection: "close" });
    response.end();
  };
}

async function receive(request: IncomingMessage, publicOrigin: string | undefined): Promise<string> {
  const header = (name: string): string | undefined => request.headers[name]?.toString();
  const isForm = header("content-type")?.split(";")[0]?.trim().toLowerCase() === FORM_TYPE;
  if (!isForm || !isProvenSameOrigin(header, publicOrigin)) return to("refused");
  const body = await readBody(request);
  const posted = Posted.safeParse(body.ok ? Object.fromEntries(new URLSearchParams(body.value)) : undefined);
  if (!posted.success) return to("refused");
  const actor = await untilAway(() => findActor(header("cookie")));
  if (!actor.ok) return to("unavailable");
  if (actor.value.kind === "visitor") return `/sign-in?next=${encodeURIComponent(PATH)}`;
  const done = await act(actor.value, posted.data);
  return to(done.ok ? DONE[posted.data.act] : outcomeOf(done.error));
}

function act(user: User, { act: wanted, document: id, team: teamId }: Posted) {
  const acts: Record<SketchAct, () => Promise<Result<void, ApiRefusal>>> = {
    share: () => shareDocument(user, { id, teamId }),
    bin: () => binDocument(user, { id }),
    restore: () => restoreDocument(user, { id }),
    delete: () => deleteDocument(user, { id }),
  };
  return acts[wanted]();
}

function outcomeOf({ kind }: ApiRefusal): SketchOutcome {
  return kind === "not-found" || kind === "forbidden" || kind === "unavailable" ? kind : "refused";
}

function to(outcome: SketchOutcome): string {
  return `${PATH}?outcome=${outcome}`;
}
