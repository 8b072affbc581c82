import { afterAll, beforeAll, expect, test } from "vitest";
import { keepReport } from "#server/services/engagement-reports.ts";
import { serveForms, type FormServer } from "#tests/support/account-forms.ts";
import { createAccount, unknownId } from "#tests/support/accounts.ts";
import { createTeam, keep } from "#tests/support/documents.ts";
import { engage, handedOver, sheetOf } from "#tests/support/engagements.ts";
import { sentIn, useTriageDatabase } from "#tests/support/triage.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTriageDatabase();
let forms: FormServer;
beforeAll(async () => {
  forms = await serveForms();
});
afterAll(() => forms.close());

type Account = Awaited<ReturnType<typeof createAccount>>;
const post = ({ cookie }: Account, fields: Record<string, string>, id?: string) =>
  forms.post(id === undefined ? "/console/engagements" : `/console/engagements/${id}`, fields, { cookie });

test("Everything that can be done with an engagement is done without scripts", async () => {
  const account = await createAccount("staff");
  const { actor } = account;
  const teamId = await createTeam([{ user: actor, isLead: true }]);
  const made = await post(account, { form: "create", client: "Harbour", note: "Two\r\nlines", team: "" });
  const id = /^\/console\/engagements\/([0-9a-f-]{36})$/.exec(made.location ?? "")?.[1] ?? "";
  expect([made.status, await sheetOf(actor, id)]).toMatchObject([
    303,
    { client: "Harbour", note: "Two\nlines" },
  ]);
  const [document, situation] = [await keep(actor), await sentIn()];
  const { id: report } = valueOf(await keepReport(actor, handedOver(id)));
  const steps: readonly (readonly [Record<string, string>, string])[] = [
    [{ form: "change", revision: "0", client: "Harbour Ltd", note: "" }, "changed"],
    [{ form: "share", revision: "1", team: teamId }, "shared"],
    [{ form: "add-document", revision: "2", document }, "added"],
    [{ form: "add-situation", revision: "2", situation: `${situation.id} 0` }, "added"],
    [{ form: "close", revision: "2" }, "closed"],
    [{ form: "reopen", revision: "3" }, "reopened"],
  ];
  for (const [fields, done] of steps)
    expect(await post(account, fields, id)).toMatchObject({
      ...{ status: 303, location: `/console/engagements/${id}?done=${done}` },
    });
  expect(await sheetOf(actor, id)).toMatchObject({
    ...{ client: "Harbour Ltd", team: { id: teamId }, closedAt: null, revision: 4 },
    ...{ documents: [{ id: document }], situations: [{ id: situation.id, revision: 1 }] },
  });
  const ends: readonly (readonly [Record<string, string>, string])[] = [
    [{ form: "remove-document", document }, `/${id}?done=removed`],
    [{ form: "remove-situation", situation: `${situation.id} 1` }, `/${id}?done=removed`],
    [{ form: "remove-report", report }, `/${id}?done=report-removed`],
    [{ form: "delete", revision: "4", reports: "0" }, "?done=deleted"],
  ];
  for (const [fields, where] of ends)
    expect((await post(account, fields, id)).location).toBe(`/console/engagements${where}`);
  expect(await database.client.engagement.count({ where: { id } })).toBe(0);
});

test("A form with something to mend comes back with what was typed and where it is wrong", async () => {
  const account = await createAccount("member");
  const empty = await post(account, { form: "create", client: " ", note: "Of Harbour" });
  expect([empty.status, empty.refused]).toMatchObject([
    422,
    { form: "create", typed: { note: "Of Harbour" }, refusal: { problems: [{ field: "client" }] } },
  ]);
  const id = await engage(account.actor);
  valueOf(await keepReport(account.actor, handedOver(id)));
  const stale = await post(account, { form: "change", revision: "7", client: "Quay", note: "Long work" }, id);
  expect([stale.status, stale.refused]).toMatchObject([
    409,
    { form: "change", typed: { client: "Quay", note: "Long work" }, refusal: { kind: "gone" } },
  ]);
  const unseen = await post(account, { form: "delete", revision: "0", reports: "0" }, id);
  expect(unseen.status).toBe(409);
  expect(await sheetOf(account.actor, id)).toMatchObject({ revision: 0, reports: [{}] });
});

test("Nobody does anything with the engagement of another, and nothing is said of it", async () => {
  const [owner, stranger] = [await createAccount("member"), await createAccount("owner")];
  const id = await engage(owner.actor, "A secret client");
  const document = await keep(owner.actor);
  const { id: report } = valueOf(await keepReport(owner.actor, handedOver(id)));
  const tried: readonly Record<string, string>[] = [
    { form: "change", revision: "0", client: "Mine", note: "" },
    { form: "share", revision: "0", team: "" },
    { form: "close", revision: "0" },
    { form: "add-document", document: await keep(stranger.actor) },
    { form: "add-document", document },
    { form: "remove-document", document },
    { form: "add-situation", situation: `${(await sentIn()).id} 0` },
    { form: "remove-report", report },
    { form: "delete", revision: "0", reports: "1" },
  ];
  for (const fields of tried) {
    const theirs = await post(stranger, fields, id);
    expect([fields, theirs.status]).toEqual([fields, 409]);
    expect(theirs.body).not.toContain("A secret client");
    expect((await post(stranger, fields, unknownId())).refused).toEqual(theirs.refused);
  }
  expect(await sheetOf(owner.actor, id)).toMatchObject({ revision: 0, documents: [], reports: [{}] });
});

test("A form from elsewhere, of a visitor, or with ids that are none changes nothing", async () => {
  const account = await createAccount("member");
  const id = await engage(account.actor);
  const fields = { form: "close", revision: "0" };
  const path = `/console/engagements/${id}`;
  const forged = await forms.post(path, fields, { cookie: account.cookie, origin: "https://evil.example" });
  const visiting = await forms.post(path, fields);
  expect([forged.status, visiting.location]).toEqual([403, `/sign-in?next=${encodeURIComponent(path)}`]);
  for (const odd of [
    { form: "add-document", document: "none" },
    { form: "add-situation", situation: "none 0" },
    { form: "close", revision: "-1" },
    { form: "nothing", revision: "0" },
  ])
    expect([403, 409]).toContain((await post(account, odd, id)).status);
  expect((await post(account, fields, "no-id")).status).toBe(409);
  expect(await sheetOf(account.actor, id)).toMatchObject({ revision: 0, closedAt: null });
});
