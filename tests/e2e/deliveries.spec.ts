import AxeBuilder from "@axe-core/playwright";
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";

async function expectAccessible(page: Page): Promise<void> {
  // No tool can run in the frame of a mail, which lets no script run.
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Sends a situation in as a visitor, and waits until its receipt is kept. */
async function sendSituation(page: Page): Promise<{ receipt: string; reference: string }> {
  const key = randomUUID();
  const draft = {
    failing: "Uploads over two megabytes fail while every dashboard stays green.",
    ...{ works: "", tried: "", system: "", name: "", signals: [], reply: "email", consent: true },
    email: `visitor-${key}@example.org`,
  };
  const sent = await page.request.post("/api/situations", {
    data: draft,
    headers: { "idempotency-key": key, "x-forwarded-for": `203.0.113.${Math.floor(Math.random() * 250)}` },
  });
  expect(sent.status()).toBe(201);
  const { reference } = (await sent.json()) as { reference: string };
  const find = () =>
    e2eDatabase().delivery.findFirst({
      where: { kind: "receiptMail", situation: { reference }, deliveredAt: { not: null } },
    });
  await expect.poll(find, { timeout: 15_000 }).not.toBeNull();
  return { receipt: (await find())!.id, reference };
}

/** Dead ones, of a kind that can be delivered as soon as it is tried again. */
async function storeDead(count: number): Promise<readonly string[]> {
  const user = await e2eDatabase().user.findFirstOrThrow();
  const ids = Array.from({ length: count }, () => randomUUID());
  await e2eDatabase().delivery.createMany({
    data: ids.map((id) => ({
      id,
      kind: "securityMail" as const,
      subjectId: user.id,
      problem: "mail-refused",
      deadAt: new Date(),
      attempts: 12,
    })),
  });
  return ids;
}

const isDelivered = (id: string) => async () =>
  (await e2eDatabase().delivery.findUniqueOrThrow({ where: { id } })).deliveredAt !== null;

test("A kept mail can be read, as text and as HTML that can do nothing", async ({ page, context }) => {
  await signInAs(context, "staff");
  const { receipt, reference } = await sendSituation(page);
  await page.goto(`/console/deliveries/${receipt}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Receipt");
  await expect(page.getByText(`Your situation is with us (${reference})`).first()).toBeVisible();
  await expect(page.locator("pre")).toContainText(reference);
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading", { name: "Your situation is with us" })).toBeVisible();
  await expect(frame.getByText(reference).first()).toBeVisible();
  await expect(page.locator("iframe")).toHaveAttribute("sandbox", "");
  await page.emulateMedia({ colorScheme: "dark" });
  const colour = () => frame.locator("body").evaluate((body) => getComputedStyle(body).backgroundColor);
  await expect.poll(colour).toBe("rgb(12, 21, 27)");
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});

test("A dead delivery is inspected and sent again", async ({ page, context }) => {
  await signInAs(context, "staff");
  const [id = ""] = await storeDead(1);
  await page.goto(`/console/deliveries/${id}`);
  await expect(page.getByText("The mail server refused this mail")).toBeVisible();
  await page.getByRole("button", { name: "Send it again" }).click();
  await expect(page.getByRole("status").filter({ hasText: "It is tried again." })).toBeFocused();
  await expect.poll(isDelivered(id), { timeout: 10_000 }).toBe(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "The mail" })).toBeVisible();
});

test("Several are selected with the keyboard, and all of a kind after a second look", async ({
  page,
  context,
}) => {
  await signInAs(context, "staff");
  const ids = await storeDead(5);
  await page.goto("/console/deliveries?state=dead&kind=securityMail");
  const boxes = page.getByRole("checkbox");
  await expect(boxes.first()).toBeVisible();
  await expectAccessible(page);
  await boxes.first().focus();
  await page.keyboard.press("Space");
  await expect(page.getByRole("button", { name: "Send 1 again" })).toBeEnabled();
  await page.getByRole("button", { name: "Send 1 again" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "1 is tried again." })).toBeVisible();
  await page.getByRole("button", { name: /Send all \d+ of this kind again/ }).click();
  await expectAccessible(page);
  await page.getByRole("button", { name: /Yes, send \d+/ }).click();
  await expect(page.getByRole("status").filter({ hasText: /(?:is|are) tried again\./ })).toBeVisible();
  for (const id of ids) await expect.poll(isDelivered(id), { timeout: 15_000 }).toBe(true);
  await expect(page.getByText("Nothing here.")).toBeVisible({ timeout: 10_000 });
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});

test("Somebody who does not work here finds nothing", async ({ page, context }) => {
  await signInAs(context, "member");
  const answer = await page.request.get("/console/deliveries");
  expect(answer.status()).toBe(404);
  for (const path of ["/api/console/deliveries", `/api/console/deliveries/${randomUUID()}`])
    expect((await page.request.get(path)).status()).toBe(403);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("Everything can be read", async ({ page, context }) => {
    await signInAs(context, "staff");
    const { receipt } = await sendSituation(page);
    await page.goto("/console/deliveries?state=delivered&kind=receiptMail");
    await expect(page.locator(`a[href="/console/deliveries/${receipt}"]`)).toBeVisible();
    await expect(page.getByRole("checkbox")).toHaveCount(0);
    await page.getByLabel("Kind").selectOption("invitationMail");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/state=delivered&kind=invitationMail/);
    await page.goto(`/console/deliveries/${receipt}`);
    await expect(page.locator("pre")).toContainText("Your situation is with us");
  });
});

test("Reports of errors are listed as text", async ({ page, context }) => {
  await signInAs(context, "staff");
  const wrong = `The record names <b>another</b> year, ${randomUUID()}.`;
  await e2eDatabase().errorReport.create({
    data: {
      id: randomUUID(),
      reference: randomUUID(),
      ...{ text: "SF-0001", wrong, shouldSay: "1998", source: "https://example.org/report" },
    },
  });
  await page.goto("/console/reports");
  await expect(page.getByText(wrong)).toBeVisible();
  await expect(page.getByRole("link", { name: "https://example.org/report" })).toHaveCount(0);
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSidewaysScroll(page);
});
