import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { sentIn, stateOf, states } from "#tests/support/triage-page.ts";

// Each of them waits for another browser, on a machine with other work to do.
test.describe.configure({ timeout: 90_000 });

test.describe("two people at one inbox", () => {
  // The browser itself reports that an act was refused.
  test.use({ expectedOnConsole: /409 \(Conflict\)/ });

  test("see what the other does, and the second to act is told who was quicker and loses nothing", async ({
    browser,
  }) => {
    const { id } = await sentIn();
    const baseURL = process.env["SEAMARK_E2E_URL"] ?? "";
    const [graces, edsgers] = await Promise.all([
      browser.newContext({ baseURL }),
      browser.newContext({ baseURL }),
    ]);
    await signInAs(graces, "staff", { name: "Grace" });
    await signInAs(edsgers, "staff", { name: "Edsger" });
    const [grace, edsger] = [await graces.newPage(), await edsgers.newPage()];
    await Promise.all([grace, edsger].map((page) => page.goto(`/console/situations/${id}`)));
    await edsger.getByLabel("Note", { exact: true }).fill("Half a thought");
    // His list is slow to come: what he decides about this one does not wait for it.
    await edsger.route(/\/api\/console\/situations(\?.*)?$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4000));
      await route.continue();
    });

    await states(grace).getByRole("button", { name: "Accepted" }).click();
    await expect(states(grace)).toContainText("accepted");
    await expect(grace.getByText("Moved to accepted.")).toBeVisible();

    // Edsger's page has not asked again yet: what he decides on is what he sees.
    await states(edsger).getByRole("button", { name: "Closed" }).click();
    const told = edsger.getByText("Grace moved this to accepted a moment ago; yours was not done.");
    await expect(told).toBeVisible();
    await expect(states(edsger).locator(".state-mark")).toHaveText("accepted");
    await expect(edsger.getByLabel("Note", { exact: true })).toHaveValue("Half a thought");
    expect(await stateOf(id)).toBe("accepted");

    // Having seen that, he may.
    await states(edsger).getByRole("button", { name: "Closed" }).click();
    await expect(told).toBeHidden();
    await expect.poll(() => stateOf(id)).toBe("closed");
    // Grace hears of it without asking.
    await expect(states(grace).locator(".state-mark")).toHaveText("closed", { timeout: 20_000 });

    await edsger.getByRole("button", { name: "Keep the note" }).click();
    await expect(edsger.getByRole("listitem").filter({ hasText: "Half a thought" })).toBeVisible();
    await expect(edsger.getByLabel("Note", { exact: true })).toHaveValue("");
    await Promise.all([graces.close(), edsgers.close()]);
  });

  test("both reply, and the visitor gets one answer while the other text stays to be read again", async ({
    browser,
  }) => {
    const { id } = await sentIn();
    const baseURL = process.env["SEAMARK_E2E_URL"] ?? "";
    const contexts = [await browser.newContext({ baseURL }), await browser.newContext({ baseURL })];
    const pages: Page[] = [];
    for (const [i, context] of contexts.entries()) {
      await signInAs(context, "staff", { name: i === 0 ? "Grace" : "Edsger" });
      const page = await context.newPage();
      await page.goto(`/console/situations/${id}`);
      await page.getByLabel("Reply", { exact: true }).fill(`Dear Ada, says number ${i}.`);
      pages.push(page);
    }
    await Promise.all(pages.map((page) => page.getByRole("button", { name: "Send the reply" }).click()));
    await expect(pages[0]!.locator("[data-kind=reply]")).toHaveCount(1);
    await expect(pages[1]!.locator("[data-kind=reply]")).toHaveCount(1);
    const told = () => Promise.all(pages.map((page) => page.getByText("yours was not done").count()));
    await expect.poll(async () => (await told()).sort()).toEqual([0, 1]);
    const left = () =>
      Promise.all(pages.map((page) => page.getByLabel("Reply", { exact: true }).inputValue()));
    await expect.poll(async () => (await left()).filter((text) => text !== "").length).toBe(1);
    const { client, where } = { client: e2eDatabase(), where: { situationId: id } };
    expect(await client.situationMessage.count({ where })).toBe(1);
    expect(await client.delivery.count({ where: { ...where, kind: "replyMail" } })).toBe(1);
    await Promise.all(contexts.map((context) => context.close()));
  });
});

test("an act that the server cannot be reached for is taken back and said", async ({ page, context }) => {
  const { id } = await sentIn();
  await signInAs(context, "staff");
  await page.goto(`/console/situations/${id}`);
  await expect(states(page).getByRole("button", { name: "Accepted" })).toBeVisible();
  await page.route("**/api/console/**", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: '{"type":"urn:seamark:problem:unavailable","title":"This could not be done just now. Try again."}',
    }),
  );
  page.removeAllListeners("console");
  await states(page).getByRole("button", { name: "Accepted" }).click();
  await expect(page.getByText("This could not be done just now.")).toBeVisible();
  await expect(states(page).locator(".state-mark")).toHaveText("new");
  await context.setOffline(true);
  await expect(page.getByText("This browser is offline.")).toBeVisible();
  await context.setOffline(false);
});
