import { createHash, randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { User } from "#core/access/policy.ts";
import { ENGAGEMENT_LIMITS } from "#core/engagements/engagement-limits.ts";
import type { Result } from "#core/result.ts";
import { exportOwnData } from "#server/services/accounts/own-account.ts";
import { eraseForGood } from "#server/services/change-situation.ts";
import { keepReport, readReport, removeReport } from "#server/services/engagement-reports.ts";
import { deleteEngagement } from "#server/services/engagements.ts";
import { unknownId } from "#tests/support/accounts.ts";
import { someone } from "#tests/support/crew.ts";
import { createTeam, keep } from "#tests/support/documents.ts";
import { backup, engage, fileAs, handedOver, seen, sheetOf } from "#tests/support/engagements.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { sentIn, useTriageDatabase } from "#tests/support/triage.ts";
import { valueOf } from "#tests/support/value-of.ts";

const database = useTriageDatabase();

function because(done: Result<unknown, { readonly kind: string }>): string {
  return done.ok ? "done" : done.error.kind;
}

const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("A report comes back with the very bytes that its hash is of, its settings and its logo", async () => {
  const user = await someone();
  const id = await engage(user);
  const sent = handedOver(id, { logo: { mediaType: "image/png", base64: PIXEL }, session: backup("Quay") });
  const kept = valueOf(await keepReport(user, sent));
  expect(kept).toEqual({
    id: sent.report,
    sha256: createHash("sha256").update(sent.session).digest("hex"),
  });
  const source = valueOf(await readReport(user, { id, report: sent.report }));
  expect(source).toMatchObject({
    ...{ session: sent.session, settings: sent.settings, logo: sent.logo, files: sent.files },
    client: "Harbour Ltd",
    ...{ title: "What was found", sha256: kept.sha256, madeBy: { id: user.id }, isAnonymous: false },
  });
  expect((await sheetOf(user, id)).reports).toMatchObject([{ id: sent.report, mayRemove: true }]);
});

test("Whatever way a backup is written, it is kept in the one form of its session", async () => {
  const user = await someone();
  const id = await engage(user);
  const session = JSON.stringify(JSON.parse(backup("Quay")));
  const sent = handedOver(id, { session, settings: { ...handedOver(id).settings, title: "" } });
  valueOf(await keepReport(user, sent));
  const source = valueOf(await readReport(user, { id, report: sent.report }));
  expect([source.session, source.title]).toEqual([backup("Quay"), "Quay"]);
});

test("Sent again it is kept once, with the files of both times; another under its id is refused", async () => {
  const user = await someone();
  const id = await engage(user);
  const sent = handedOver(id);
  valueOf(await keepReport(user, sent));
  valueOf(await keepReport(user, { ...sent, files: [fileAs("pdf"), fileAs("markdown")] }));
  expect((await sheetOf(user, id)).reports).toMatchObject([{ files: [fileAs("markdown"), fileAs("pdf")] }]);
  expect(because(await keepReport(user, { ...sent, files: [fileAs("pdf", "x")] }))).toBe("conflict");
  expect(because(await keepReport(user, { ...sent, session: backup("Another") }))).toBe("conflict");
  const other = await engage(user);
  expect(because(await keepReport(user, { ...sent, id: other }))).toBe("conflict");
});

test("What is no backup, and no picture, is refused with its place", async () => {
  const user = await someone();
  const id = await engage(user);
  const broken = JSON.parse(backup("Quay")) as { architecture: { title: unknown } };
  broken.architecture.title = 7;
  const refusals = [
    await keepReport(user, handedOver(id, { session: "{" })),
    await keepReport(user, handedOver(id, { session: JSON.stringify(broken) })),
    await keepReport(user, handedOver(id, { logo: { mediaType: "image/png", base64: "AAAA" } })),
  ];
  expect(refusals.map((refused) => !refused.ok && "detail" in refused.error && refused.error.detail)).toEqual(
    [
      expect.stringContaining("not JSON"),
      expect.stringContaining("/architecture/title"),
      expect.stringContaining("logo"),
    ],
  );
  expect((await sheetOf(user, id)).reports).toEqual([]);
});

test("Whatever people wrote is kept as it is", async () => {
  const user = await someone();
  const id = await engage(user);
  const lines = [...HOSTILE_TEXTS.slice(0, 60), "\u0000", "\ud800"].map((text) => text.slice(0, 150));
  for (const line of lines) {
    const settings = { ...handedOver(id).settings, title: line, author: line };
    const sent = handedOver(id, {
      settings,
      session: backup(line.trim() === "" ? "Quay" : line.slice(0, 90)),
    });
    const kept = await keepReport(user, sent);
    expect(because(kept), JSON.stringify(line)).toBe("done");
    const source = valueOf(await readReport(user, { id, report: sent.report }));
    expect(source.settings.author).toBe(line);
    expect(createHash("sha256").update(source.session).digest("hex")).toBe(source.sha256);
  }
});

describe("who", () => {
  test("sees the engagement makes its reports again, whether or not they may open the document", async () => {
    const [owner, colleague, stranger] = [await someone(), await someone(), await someone("owner")];
    const teamId = await createTeam([{ user: owner }, { user: colleague }]);
    const id = await engage(owner, "Harbour", { teamId });
    const documentId = await keep(owner);
    valueOf(await keepReport(owner, handedOver(id, { documentId })));
    const [row] = (await sheetOf(colleague, id)).reports;
    expect(because(await readReport(colleague, { id, report: row!.id }))).toBe("done");
    expect(row!.mayRemove).toBe(false);
    expect(because(await removeReport(colleague, { id, report: row!.id }))).toBe("forbidden");
    expect(because(await readReport(stranger, { id, report: row!.id }))).toBe("not-found");
    expect(because(await removeReport(stranger, { id, report: row!.id }))).toBe("not-found");
    expect(because(await keepReport(stranger, handedOver(id)))).toBe("not-found");
    const elsewhere = await engage(colleague);
    expect(because(await readReport(colleague, { id: elsewhere, report: row!.id }))).toBe("not-found");
    expect(because(await removeReport(colleague, { id: elsewhere, report: row!.id }))).toBe("not-found");
  });

  test("kept a report removes it, and so does the owner of the engagement", async () => {
    const [owner, colleague] = [await someone(), await someone()];
    const teamId = await createTeam([{ user: owner }, { user: colleague }]);
    const id = await engage(owner, "Harbour", { teamId });
    for (const by of [owner, colleague]) {
      const { id: report } = valueOf(await keepReport(colleague, handedOver(id)));
      expect(because(await removeReport(by, { id, report }))).toBe("done");
    }
    const trail = await database.client.auditEntry.findMany({
      where: { subjectId: id },
      orderBy: { seq: "asc" },
    });
    expect(trail.map(({ action }) => action)).toEqual([
      "engagement.created",
      ...["engagement.report-kept", "engagement.report-removed"],
      ...["engagement.report-kept", "engagement.report-removed"],
    ]);
  });

  test("may not open a document keeps no report of it, and who reads no situations none of one", async () => {
    const [member, other, staff] = [await someone(), await someone(), await someone("staff")];
    const [id, ofStaff] = [await engage(member), await engage(staff)];
    const documentId = await keep(other);
    expect(because(await keepReport(member, handedOver(id, { documentId })))).toBe("not-found");
    const { id: situationId } = await sentIn();
    expect(because(await keepReport(member, handedOver(id, { situationId })))).toBe("forbidden");
    expect(because(await keepReport(staff, handedOver(ofStaff, { situationId: unknownId() })))).toBe(
      "not-found",
    );
    expect(because(await keepReport(staff, handedOver(ofStaff, { situationId })))).toBe("done");
  });
});

describe("a report about a situation", () => {
  async function diagnosed(user: User) {
    const [engagementId, situation, documentId] = [await engage(user), await sentIn(), await keep(user)];
    await database.client.document.update({
      where: { id: documentId },
      data: { situationId: situation.id },
    });
    return { engagementId, situationId: situation.id, documentId };
  }

  test("is erased with it, also where it names the document alone", async () => {
    const owner = await someone("owner");
    const { engagementId, situationId, documentId } = await diagnosed(owner);
    valueOf(await keepReport(owner, handedOver(engagementId, { documentId })));
    valueOf(await keepReport(owner, handedOver(engagementId, { situationId })));
    valueOf(await keepReport(owner, handedOver(engagementId)));
    valueOf(await eraseForGood(owner, { id: situationId }));
    expect((await sheetOf(owner, engagementId)).reports).toHaveLength(1);
    expect(because(await keepReport(owner, handedOver(engagementId, { situationId })))).toBe("not-found");
  });

  test("that is kept while it is being erased is not left behind", async () => {
    const owner = await someone("owner");
    for (let round = 0; round < 10; round += 1) {
      const { engagementId, situationId, documentId } = await diagnosed(owner);
      const kept = [{ documentId }, { situationId }].map((about) =>
        keepReport(owner, handedOver(engagementId, about)),
      );
      const [erased, ...outcomes] = await Promise.all([eraseForGood(owner, { id: situationId }), ...kept]);
      expect(because(erased)).toBe("done");
      for (const outcome of outcomes) expect(["done", "not-found"]).toContain(because(outcome));
      expect((await sheetOf(owner, engagementId)).reports).toEqual([]);
    }
  });
});

describe("of a report that goes nothing is left, neither copy nor hash,", () => {
  const left = async (report: string) => [
    await database.client.engagementReport.count({ where: { id: report } }),
    await database.client.engagementReportFile.count({ where: { reportId: report } }),
  ];
  const kept = async () => {
    const user = await someone();
    const id = await engage(user);
    const sent = handedOver(id, { files: [fileAs("markdown"), fileAs("pdf")] });
    const { id: report } = valueOf(await keepReport(user, sent));
    expect(await left(report)).toEqual([1, 2]);
    return { user, id, report };
  };

  test("when it is removed", async () => {
    const { user, id, report } = await kept();
    valueOf(await removeReport(user, { id, report }));
    expect(await left(report)).toEqual([0, 0]);
  });

  test("when its engagement is deleted", async () => {
    const { user, id, report } = await kept();
    valueOf(await deleteEngagement(user, { ...(await seen(user, id)), reports: 1 }));
    expect(await left(report)).toEqual([0, 0]);
  });
});

test("A report that was kept before its files were told apart is there, and says so", async () => {
  const user = await someone();
  const id = await engage(user);
  const { id: report } = valueOf(await keepReport(user, handedOver(id)));
  await database.client.engagementReportFile.update({
    where: { reportId_format: { reportId: report, format: "markdown" } },
    data: { sha256: null, bytes: null, version: null, published: null },
  });
  expect((await sheetOf(user, id)).reports).toMatchObject([
    { files: [{ format: "markdown", sha256: null, bytes: null, madeWith: null }] },
  ]);
});

test("An engagement keeps so many reports and no more, and an owner so many bytes", async () => {
  const user = await someone();
  const id = await engage(user);
  const row = (bytes: number) => ({
    ...{ id: randomUUID(), engagementId: id, title: "x", settings: "{}", isAnonymous: false },
    ...{ session: "{}", sha256: new Uint8Array(32), bytes },
  });
  await database.client.engagementReport.create({ data: row(ENGAGEMENT_LIMITS.keptBytes) });
  expect(because(await keepReport(user, handedOver(id)))).toBe("invalid");
  await database.client.engagementReport.deleteMany({ where: { engagementId: id } });
  await database.client.engagementReport.createMany({
    data: Array.from({ length: ENGAGEMENT_LIMITS.reports }, () => row(1)),
  });
  expect(because(await keepReport(user, handedOver(id)))).toBe("invalid");
});

test("The data of somebody has their engagements, and the reports they kept in those of others", async () => {
  const [owner, colleague] = [await someone(), await someone()];
  const teamId = await createTeam([{ user: owner }, { user: colleague }]);
  const id = await engage(owner, "Harbour", { teamId, note: "A note" });
  const sent = handedOver(id, { logo: { mediaType: "image/png", base64: PIXEL } });
  valueOf(await keepReport(colleague, sent));
  const [own, theirs] = [valueOf(await exportOwnData(owner)), valueOf(await exportOwnData(colleague))];
  expect(own.engagements).toMatchObject([
    {
      id,
      client: "Harbour",
      note: "A note",
      reports: [{ id: sent.report, session: sent.session, files: sent.files }],
    },
  ]);
  expect(own.reports).toEqual([]);
  expect(theirs.engagements).toEqual([]);
  expect(theirs.reports).toMatchObject([
    { id: sent.report, session: sent.session, files: sent.files, logo: PIXEL },
  ]);
  expect(theirs.acts.map(({ action }) => action)).toContain("engagement.report-kept");
});
