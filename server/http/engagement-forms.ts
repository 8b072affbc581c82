import type * as z from "zod";
import type { AccountRefusal } from "#core/access/account-refusal.ts";
import type { User } from "#core/access/policy.ts";
import {
  EngagementChange,
  EngagementDeletion,
  EngagementEnd,
  EngagementTeam,
  FiledDocument,
  FiledSituation,
  NewEngagement,
  OneReport,
} from "#core/engagements/engagement.schema.ts";
import { err, ok, type Result } from "#core/result.ts";
import type { Answer } from "../services/accounts/refuse.ts";
import { fileDocument, fileSituation } from "../services/engagement-contents.ts";
import { removeReport } from "../services/engagement-reports.ts";
import {
  changeEngagement,
  closeEngagement,
  createEngagement,
  deleteEngagement,
  shareEngagement,
} from "../services/engagements.ts";
import { backTo, textOf, type UserForm } from "./account-form.ts";
import type { ApiRefusal } from "./api.ts";
import type { Done, Posted } from "./take-form.ts";

const ENGAGEMENTS = "/console/engagements";
const ENGAGEMENT = "/console/engagements/[id]";

/** A form of one engagement: what is read of it, what is done, and the word for that it was done. */
interface EngagementForm<Input> {
  readonly name: string;
  readonly input: z.ZodType<Input>;
  readonly read: (posted: Posted) => unknown;
  readonly run: (user: User, input: Input) => Promise<Result<unknown, ApiRefusal>>;
  readonly done: string;
  /** Where it is shown afterwards; the engagement itself when left out. */
  readonly location?: string;
}

function form<Input>({ name, input, read, run, done, location }: EngagementForm<Input>): UserForm {
  return {
    ...{ by: "user", path: ENGAGEMENT, name, action: "engagement.use" },
    run: async (user, posted) => {
      const parsed = input.safeParse(read(posted));
      if (!parsed.success) return err(invalid(parsed.error));
      const answer = await run(user, parsed.data);
      return answer.ok ? ok(backTo(location ?? posted.path, done)) : err(refusalOf(answer.error));
    },
  };
}

/** What people do with engagements, without scripts as well. */
export const ENGAGEMENT_FORMS: readonly UserForm[] = [
  {
    ...{ by: "user", path: ENGAGEMENTS, name: "create", action: "engagement.use" },
    run: async (user, posted): Promise<Answer<Done>> => {
      const parsed = NewEngagement.safeParse({ ...wordsIn(posted), teamId: chosen(posted, "team") });
      if (!parsed.success) return err(invalid(parsed.error));
      const made = await createEngagement(user, parsed.data);
      return made.ok ? ok({ location: `${ENGAGEMENTS}/${made.value.id}` }) : err(refusalOf(made.error));
    },
  },
  form({
    ...{ name: "change", input: EngagementChange, run: changeEngagement, done: "changed" },
    read: (posted) => ({ ...seenIn(posted), ...wordsIn(posted) }),
  }),
  form({
    ...{ name: "share", input: EngagementTeam, run: shareEngagement, done: "shared" },
    read: (posted) => ({ ...seenIn(posted), teamId: chosen(posted, "team") }),
  }),
  form({
    ...{ name: "close", input: EngagementEnd, run: closeEngagement, done: "closed" },
    read: (posted) => ({ ...seenIn(posted), isClosed: true }),
  }),
  form({
    ...{ name: "reopen", input: EngagementEnd, run: closeEngagement, done: "reopened" },
    read: (posted) => ({ ...seenIn(posted), isClosed: false }),
  }),
  form({
    ...{ name: "add-document", input: FiledDocument, run: fileDocument, done: "added" },
    read: (posted) => ({ id: textOf(posted, "document"), engagementId: idOf(posted), from: null }),
  }),
  form({
    ...{ name: "remove-document", input: FiledDocument, run: fileDocument, done: "removed" },
    read: (posted) => ({ id: textOf(posted, "document"), engagementId: null, from: idOf(posted) }),
  }),
  form({
    ...{ name: "add-situation", input: FiledSituation, run: fileSituation, done: "added" },
    read: (posted) => ({ ...situationIn(posted), engagementId: idOf(posted) }),
  }),
  form({
    ...{ name: "remove-situation", input: FiledSituation, run: fileSituation, done: "removed" },
    read: (posted) => ({ ...situationIn(posted), engagementId: null }),
  }),
  form({
    ...{ name: "remove-report", input: OneReport, run: removeReport, done: "report-removed" },
    read: (posted) => ({ id: idOf(posted), report: textOf(posted, "report") }),
  }),
  form({
    ...{ name: "delete", input: EngagementDeletion, run: deleteEngagement, done: "deleted" },
    location: ENGAGEMENTS,
    read: (posted) => ({ ...seenIn(posted), reports: count(textOf(posted, "reports")) }),
  }),
];

function idOf({ segments }: Posted): string {
  return segments["id"] ?? "";
}

function seenIn(posted: Posted) {
  return { id: idOf(posted), revision: count(textOf(posted, "revision")) };
}

function wordsIn(posted: Posted) {
  return { client: textOf(posted, "client"), note: textOf(posted, "note") };
}

/** What a select says; empty is nobody. */
function chosen(posted: Posted, name: string): string | null {
  const id = textOf(posted, name);
  return id === "" ? null : id;
}

/** A situation and the revision it was seen in, in one value of a select. */
function situationIn(posted: Posted) {
  const [id = "", revision = ""] = textOf(posted, "situation").split(" ");
  return { id, revision: count(revision) };
}

/** -1 for what is no count: no schema takes that. */
function count(text: string): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : -1;
}

const TYPED = ["client", "note"];

/** What somebody typed is told where it stands; everything else only a machine gets wrong. */
function invalid({ issues }: z.ZodError): AccountRefusal {
  const typed = issues.filter(({ path }) => TYPED.includes(String(path[0])));
  const problems = typed.map(({ path, message }) => ({ field: String(path[0]), message }));
  return problems.length > 0
    ? { kind: "invalid", retryAfter: 0, problems }
    : { kind: "gone", retryAfter: 0, problems: [] };
}

const KINDS: Partial<Record<ApiRefusal["kind"], AccountRefusal["kind"]>> = {
  invalid: "invalid",
  forbidden: "forbidden",
  unavailable: "unavailable",
};

function refusalOf(refusal: ApiRefusal): AccountRefusal {
  const kind = KINDS[refusal.kind] ?? "gone";
  const problems = refusal.kind === "invalid" ? [{ field: "main", message: refusal.detail }] : [];
  return { kind, retryAfter: kind === "unavailable" ? 5 : 0, problems };
}
