import { describe, expect, test } from "vitest";
import type { Result } from "#core/result.ts";
import { eraseForGood } from "#server/services/change-situation.ts";
import { binDocument, shareDocument } from "#server/services/document-fate.ts";
import { listDocuments } from "#server/services/documents.ts";
import { fileDocument, fileSituation } from "#server/services/engagement-contents.ts";
import { deleteEngagement, listEngagements } from "#server/services/engagements.ts";
import { readSituation } from "#server/services/read-situations.ts";
import { unknownId } from "#tests/support/accounts.ts";
import { crew, someone } from "#tests/support/crew.ts";
import { createTeam, drawn, keep } from "#tests/support/documents.ts";
import { engage, sheetOf } from "#tests/support/engagements.ts";
import { sentIn, useTriageDatabase } from "#tests/support/triage.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTriageDatabase();

function because(done: Result<unknown, { readonly kind: string }>): string {
  return done.ok ? "done" : done.error.kind;
}

async function trailOf(id: string) {
  const rows = await database.client.auditEntry.findMany({
    where: { subjectId: id },
    orderBy: { seq: "asc" },
  });
  return rows.map(({ action, actorId, details }) => ({ action, actorId, details }));
}

describe("a document in an engagement", () => {
  test("is opened by whoever could open it before, and named to nobody else", async () => {
    const colleague = await someone();
    const { owner, teamId } = await crew(colleague);
    const id = await engage(owner, "Harbour", { teamId });
    const document = await keep(owner, drawn("Secret quay"));
    expect(because(await fileDocument(owner, { id: document, engagementId: id }))).toBe("done");
    expect((await sheetOf(owner, id)).documents.map(({ title }) => title)).toEqual(["Secret quay"]);
    const theirs = await sheetOf(colleague, id);
    expect([theirs.documents, theirs.othersDocuments]).toEqual([[], 1]);
    expect(JSON.stringify(theirs)).not.toContain("Secret quay");
    expect(because(await fileDocument(colleague, { id: document, engagementId: null }))).toBe("not-found");

    valueOf(await shareDocument(owner, { id: document, teamId }));
    expect((await sheetOf(colleague, id)).documents).toHaveLength(1);
    expect(because(await fileDocument(colleague, { id: document, engagementId: null }))).toBe("done");
    const acts = await trailOf(document);
    expect(acts.filter(({ action }) => action === "document.filed").map(({ details }) => details)).toEqual([
      { from: null, to: id },
      { from: id, to: null },
    ]);
  });

  test("is put into none that whoever puts it there does not see", async () => {
    const [owner, stranger] = [await someone(), await someone()];
    const document = await keep(owner);
    for (const engagementId of [await engage(stranger), unknownId()])
      expect(because(await fileDocument(owner, { id: document, engagementId }))).toBe("not-found");
  });

  test("says to its owner that it is in one they do not see, and they take it out", async () => {
    const [colleague, third] = [await someone(), await someone()];
    const { owner, teamId } = await crew(colleague, third);
    const document = await keep(owner);
    valueOf(await shareDocument(owner, { id: document, teamId }));
    const id = await engage(colleague, "A secret client");
    valueOf(await fileDocument(colleague, { id: document, engagementId: id }));
    const listed = valueOf(await listDocuments(owner));
    expect(listed.documents).toMatchObject([{ engagement: null, isFiledElsewhere: true }]);
    expect(JSON.stringify(listed)).not.toContain("A secret client");
    expect(valueOf(await listDocuments(colleague)).documents).toMatchObject([
      { engagement: { id, client: "A secret client" }, isFiledElsewhere: false },
    ]);
    expect(because(await fileDocument(third, { id: document, engagementId: null }))).toBe("forbidden");
    expect(because(await fileDocument(owner, { id: document, engagementId: null }))).toBe("done");
  });

  test("is moved from where it was seen alone", async () => {
    const owner = await someone();
    const [first, second] = [await engage(owner, "First"), await engage(owner, "Second")];
    const document = await keep(owner);
    const move = (engagementId: string | null, from?: string | null) =>
      fileDocument(owner, { id: document, engagementId, ...(from !== undefined && { from }) });
    expect(because(await move(first, null))).toBe("done");
    expect(because(await move(second, null))).toBe("conflict");
    expect(because(await move(second))).toBe("done");
    expect(because(await move(null, first))).toBe("conflict");
    expect((await sheetOf(owner, second)).documents).toHaveLength(1);
  });

  test("is not there while it is in the bin, and stays when the engagement goes", async () => {
    const owner = await someone();
    const id = await engage(owner);
    const [document, binned] = [await keep(owner), await keep(owner)];
    for (const one of [document, binned]) valueOf(await fileDocument(owner, { id: one, engagementId: id }));
    valueOf(await binDocument(owner, { id: binned }));
    expect(await sheetOf(owner, id)).toMatchObject({ documents: [{ id: document }], othersDocuments: 0 });
    expect(because(await fileDocument(owner, { id: binned, engagementId: null }))).toBe("binned");
    valueOf(await deleteEngagement(owner, { id, revision: 0, reports: 0 }));
    expect(valueOf(await listDocuments(owner)).documents.map(({ engagement }) => engagement)).toEqual([
      null,
      null,
    ]);
  });

  test("and an engagement that is deleted at once leave nothing half done", async () => {
    const owner = await someone();
    for (let round = 0; round < 10; round += 1) {
      const id = await engage(owner);
      const document = await keep(owner);
      const [filed, deleted] = await Promise.all([
        fileDocument(owner, { id: document, engagementId: id }),
        deleteEngagement(owner, { id, revision: 0, reports: 0 }),
      ]);
      expect(because(deleted)).toBe("done");
      expect(["done", "not-found"]).toContain(because(filed));
      const row = await database.client.document.findUniqueOrThrow({ where: { id: document } });
      expect(row.engagementId).toBeNull();
    }
  });
});

describe("a situation in an engagement", () => {
  test("is put there by staff, told in its story, and shown to staff alone", async () => {
    const [grace, member] = [await someone("staff"), await someone()];
    const teamId = await createTeam([{ user: grace }, { user: member }]);
    const engagementId = await engage(grace, "Harbour", { teamId });
    const { id, reference } = await sentIn({ system: "The harbour's gate" });
    expect((await sheetOf(grace, engagementId)).choosableSituations.map((one) => one.id)).toContain(id);
    expect(because(await fileSituation(member, { id, revision: 0, engagementId }))).toBe("forbidden");
    expect(because(await fileSituation(grace, { id, revision: 1, engagementId }))).toBe("conflict");
    expect(because(await fileSituation(grace, { id, revision: 0, engagementId }))).toBe("done");
    expect(await sheetOf(grace, engagementId)).toMatchObject({ situations: [{ id }] });
    expect(because(await fileSituation(grace, { id, revision: 1, engagementId }))).toBe("done");
    expect((await trailOf(id)).filter(({ action }) => action === "situation.filed")).toHaveLength(1);
    const theirs = await sheetOf(member, engagementId);
    expect([theirs.situations, theirs.choosableSituations]).toEqual([null, []]);
    expect(JSON.stringify(theirs)).not.toContain(reference);
    expect(valueOf(await listEngagements(member)).engagements).toMatchObject([{ situations: 0 }]);
    expect(valueOf(await listEngagements(grace)).engagements).toMatchObject([{ situations: 1 }]);
    const detail = valueOf(await readSituation(grace, id));
    expect(detail).toMatchObject({ engagement: { id: engagementId, client: "Harbour" }, revision: 1 });
    expect(detail.events.at(-1)).toMatchObject({ kind: "filed", by: { id: grace.id } });
  });

  test("is taken out by those who see the engagement; others are told that it is in one", async () => {
    const [grace, edsger] = [await someone("staff"), await someone("staff")];
    const engagementId = await engage(grace, "A secret client");
    const { id } = await sentIn();
    valueOf(await fileSituation(grace, { id, revision: 0, engagementId }));
    const theirs = valueOf(await readSituation(edsger, id));
    expect(theirs).toMatchObject({ engagement: null, isFiledElsewhere: true });
    expect(JSON.stringify(theirs)).not.toContain("A secret client");
    expect(because(await fileSituation(edsger, { id, revision: 1, engagementId: null }))).toBe("invalid");
    expect(because(await fileSituation(grace, { id, revision: 1, engagementId: null }))).toBe("done");
    const own = await engage(edsger);
    expect(because(await fileSituation(edsger, { id, revision: 2, engagementId: own }))).toBe("done");
  });

  test("that its sender took back is put nowhere, and one that is erased is in no engagement any more", async () => {
    const owner = await someone("owner");
    const engagementId = await engage(owner);
    const [withdrawn, erased] = [await sentIn(), await sentIn()];
    await database.client.situation.update({ where: { id: withdrawn.id }, data: { state: "withdrawn" } });
    expect(because(await fileSituation(owner, { id: withdrawn.id, revision: 0, engagementId }))).toBe(
      "invalid",
    );
    valueOf(await fileSituation(owner, { id: erased.id, revision: 0, engagementId }));
    valueOf(await eraseForGood(owner, { id: erased.id }));
    expect((await sheetOf(owner, engagementId)).situations).toEqual([]);
  });
});
