import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";

const FAILING = "Uploads over two megabytes fail while every dashboard stays green.";
const RECEIPT = /\/situation\/received\/[0-9A-Z-]{34}$/;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** Next has an alert of its own on every page. */
function noticeOn(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("heading") });
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("What keeps failing?").fill(FAILING);
  await page.getByLabel("No answer is needed").check();
  await page.getByLabel(/I agree/).check();
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, expectedOnConsole: /status of 422/ });

  test("A visitor is told everything that is missing, loses nothing and gets a receipt", async ({ page }) => {
    await page.goto("/situation");
    await page.getByLabel("What works at the same time?").fill("Small uploads\nand downloads.");
    await page.getByLabel(/went down when several came at once/).check();
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      page.getByRole("button", { name: "Send it" }).click(),
    ]);
    expect(response.status()).toBe(422);
    await expect(noticeOn(page)).toContainText("Some answers need another look");
    await expect(page.getByLabel("What works at the same time?")).toHaveValue(
      "Small uploads\nand downloads.",
    );
    await expect(page.getByLabel(/went down when several came at once/)).toBeChecked();
    const failing = page.getByLabel("What keeps failing?");
    await expect(failing).toHaveAttribute("aria-invalid", "true");
    await expect(failing).toHaveAccessibleDescription(/Please say what keeps failing/);
    await expect(noticeOn(page).getByRole("link")).toHaveCount(3);

    await fillIn(page);
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(page).toHaveURL(RECEIPT);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your situation is with us");
    await expect(page.getByRole("heading", { name: "This looks structural" })).toBeVisible();
    await expect(page.locator("main")).not.toContainText("megabytes");
    const receipt = await page.reload();
    expect(receipt?.headers()["cache-control"]).toContain("no-store");
  });

  test("The same form posted twice leads to the same receipt", async ({ request }) => {
    const form = { failing: FAILING, reply: "none", consent: "yes", key: crypto.randomUUID() };
    const post = () => request.post("/situation", { form, maxRedirects: 0 });
    const [first, second] = await Promise.all([post(), post()]);
    expect([first.status(), second.status()]).toEqual([303, 303]);
    expect(first.headers()["location"]).toMatch(RECEIPT);
    expect(second.headers()["location"]).toBe(first.headers()["location"]);
    const other = await request.post("/situation", { form: { ...form, works: "Small ones work." } });
    expect(other.status()).toBe(422);
    const page = await other.text();
    expect(page).toContain("This form was sent before, with another text");
    expect(page).toContain("Small ones work.");
    expect(page).not.toContain(form.key);
  });

  test("The address is asked for only while an answer is wanted", async ({ page }) => {
    await page.goto("/situation");
    await expect(page.getByLabel("E-mail address")).toBeVisible();
    await page.getByLabel("No answer is needed").check();
    await expect(page.getByLabel("E-mail address")).toBeHidden();
  });
});

test("With the keyboard alone a visitor mends what was wrong and gets a receipt", async ({ page }) => {
  await page.goto("/situation");
  await page.getByLabel("What keeps failing?").focus();
  await page.keyboard.type("It fails");
  await page.getByRole("button", { name: "Send it" }).focus();
  await page.keyboard.press("Enter");
  await expect(noticeOn(page)).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const failing = page.getByLabel("What keeps failing?");
  await expect(failing).toBeFocused();
  await failing.press("End");
  await page.keyboard.type(" whenever two regions recover together.");
  await expect(failing).not.toHaveAttribute("aria-invalid");
  await page.getByLabel("E-mail address").focus();
  await page.keyboard.type("ada@example.org");
  await page.getByLabel(/I agree/).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(RECEIPT);
  await expect(page.getByText("will go to the e-mail address you gave")).toBeVisible();
  await expectAccessible(page);
});

test("What was typed survives a reload, and is forgotten once it is received", async ({ page }) => {
  await page.goto("/situation");
  await fillIn(page);
  await page.getByLabel(/It happened once/).check();
  await page.reload();
  await expect(page.getByText("Restored what you had typed")).toBeVisible();
  await expect(page.getByLabel("What keeps failing?")).toHaveValue(FAILING);
  await expect(page.getByLabel(/It happened once/)).toBeChecked();
  await expect(page.getByLabel("No answer is needed")).toBeChecked();
  await page.getByRole("button", { name: "Send it" }).click();
  await expect(page).toHaveURL(RECEIPT);
  await expect(
    page.getByRole("heading", { name: "A diagnosis is probably not what you need" }),
  ).toBeVisible();
  await expect(page.getByRole("heading", { name: "What would help instead" })).toBeVisible();
  await page.goto("/situation");
  await expect(page.getByLabel("What keeps failing?")).toHaveValue("");
});

test.describe("when the network fails", () => {
  test.use({ expectedOnConsole: /net::ERR_/ });

  test("The form says so, keeps everything and sends again with the same key", async ({ page }) => {
    const keys: (string | undefined)[] = [];
    let isAway = true;
    await page.route("**/api/situations", async (route) => {
      keys.push(route.request().headers()["idempotency-key"]);
      await (isAway ? route.abort("connectionrefused") : route.continue());
    });
    await page.goto("/situation");
    await fillIn(page);
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(noticeOn(page)).toContainText("We could not be reached");
    await expect(page.getByLabel("What keeps failing?")).toHaveValue(FAILING);
    isAway = false;
    await page.getByRole("button", { name: "Send it" }).click();
    await expect(page).toHaveURL(RECEIPT);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a reference nobody received, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ expectedOnConsole: /404/, javaScriptEnabled });

    test("It is answered with 404 and a way back", async ({ page }) => {
      const response = await page.goto("/situation/received/0000-0000-0000-0000-0000-0000-0000");
      expect(response?.status()).toBe(404);
      await page.getByRole("link", { name: "Back to the form" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Describe your situation");
    });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`The form is accessible and fits 320 pixels, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto("/situation");
    await page.getByText("The system and your name").click();
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test("A page of another site cannot send the form", async ({ request }) => {
  const form = { failing: FAILING, reply: "none", consent: "yes", key: crypto.randomUUID() };
  const headers = { origin: "https://elsewhere.example" };
  const response = await request.post("/situation", { form, headers });
  expect(response.status()).toBe(403);
  expect(await response.text()).toContain("This did not come from our own form");
});
