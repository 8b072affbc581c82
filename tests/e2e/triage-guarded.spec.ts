import { randomUUID } from "node:crypto";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";
import { list, ownWord, rowOf, sentIn, states } from "#tests/support/triage-page.ts";

test.describe.configure({ timeout: 90_000 });

test("what visitors write is text and nothing else, whatever it is", async ({ page, context }) => {
  test.setTimeout(300_000);
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(100);
  const word = ownWord();
  const given: { readonly id: string; readonly text: string }[] = [];
  for (const text of HOSTILE_TEXTS) {
    const fields = { failing: `${word} ${text}`, works: text, tried: text, name: text, system: text };
    const { id } = await sentIn({ ...fields, email: text });
    await e2eDatabase().situationMessage.create({
      data: { id: randomUUID(), situationId: id, direction: "fromVisitor", text },
    });
    given.push({ id, text });
  }
  await signInAs(context, "staff");
  const seen = { dialogs: 0, foreign: [] as string[] };
  page.on("dialog", (dialog) => {
    seen.dialogs += 1;
    void dialog.dismiss();
  });
  const own = new URL(process.env["SEAMARK_E2E_URL"] ?? "").host;
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== own) seen.foreign.push(request.url());
  });
  await page.goto(`/console?q=${word}`);
  for (let pages = 1; pages * 40 < given.length; pages += 1) {
    await expect(list(page).getByRole("listitem")).toHaveCount(pages * 40);
    await page.getByRole("link", { name: "Show earlier ones" }).click();
  }
  await expect(list(page).getByRole("listitem")).toHaveCount(given.length);
  for (const { id, text } of given) {
    await rowOf(page, id).click();
    const shown = page.locator(`[data-open="${id}"] .visitor-text`);
    await expect(shown.first()).toBeVisible();
    expect(await shown.nth(1).evaluate(({ textContent }) => textContent)).toBe(text);
    expect(await shown.nth(1).evaluate(({ childElementCount }) => childElementCount)).toBe(0);
  }
  // And as the server writes it, whole.
  for (const { id } of given.filter((_, i) => i % 6 === 0)) {
    await page.goto(`/console/situations/${id}`);
    await expect(page.locator("#situation")).toBeVisible();
  }
  const elements = page.locator(
    "main :is(script, iframe, object, embed, img, video, form[action*=evil], base)",
  );
  await expect(elements).toHaveCount(0);
  // Violations of the content policy fail every test by themselves (tests/support/browser.ts).
  expect(seen).toEqual({ dialogs: 0, foreign: [] });
  console.log(
    `hostile texts shown: ${given.length}, dialogs: ${seen.dialogs}, foreign requests: ${seen.foreign.length}`,
  );
});

test("the chain of the audit trail is walked, and a change in it is found", async ({ page, context }) => {
  const { id } = await sentIn();
  await signInAs(context, "owner", { name: "Barbara" });
  await page.goto(`/console/situations/${id}`);
  await states(page).getByRole("button", { name: "Accepted" }).click();
  await expect(page.getByText("Moved to accepted.")).toBeVisible();
  await page.goto(`/console/audit?subject=${id}`);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").last()).toContainText("Barbara");
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByText(/The chain is whole: \d+ entr/)).toBeVisible();
  const response = await page.request.get("/api/console/audit/lines");
  const lines = (await response.text()).trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { subjectId: string }).subjectId)).toContain(id);
});

test("nobody but staff gets an answer, and an unknown id is one that is none", async ({ browser }) => {
  const baseURL = process.env["SEAMARK_E2E_URL"] ?? "";
  const { id } = await sentIn();
  const member = await browser.newContext({ baseURL });
  await signInAs(member, "member");
  const staff = await browser.newContext({ baseURL });
  await signInAs(staff, "staff");
  const statusOf = async (context: typeof staff, path: string) => (await context.request.get(path)).status();
  const visitor = await browser.newContext({ baseURL });
  for (const path of [`/api/console/situations/${id}`, "/api/console/situations", "/api/console/audit"]) {
    expect(await statusOf(visitor, path)).toBe(401);
    expect(await statusOf(member, path)).toBe(403);
  }
  expect(await statusOf(staff, "/api/console/audit")).toBe(403);
  expect(await statusOf(staff, "/api/console/audit/lines")).toBe(403);
  for (const path of [`/console/situations/${id}`, "/console/audit"])
    expect(await statusOf(member, path)).toBe(404);
  for (const unknown of [randomUUID(), "nonsense", "%27%3B--"]) {
    expect(await statusOf(staff, `/api/console/situations/${unknown}`)).toBe(404);
    expect(await statusOf(staff, `/console/situations/${unknown}`)).toBe(404);
  }
  await Promise.all([member, staff, visitor].map((context) => context.close()));
});
