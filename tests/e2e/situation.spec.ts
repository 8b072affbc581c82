import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase } from "#tests/support/e2e-accounts.ts";
import { openCase } from "#tests/support/workbench-page.ts";

const FAILING = "Uploads over two megabytes fail while every dashboard stays green.";
const OWN = /\/situation\/mine\/[\w-]{64}\?received$/;

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

async function expectToFit(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
}

/** Next has an alert of its own on every page. */
function noticeOn(page: Page): Locator {
  return page.getByRole("alert").filter({ has: page.getByRole("heading") });
}

/** All tests come from one address, which may send only so much: each says another, as a proxy would. */
function fromElsewhere(): { readonly "x-forwarded-for": string } {
  const part = () => Math.floor(Math.random() * 256);
  return { "x-forwarded-for": `10.${part()}.${part()}.${part()}` };
}

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("What keeps failing?").fill(FAILING);
  await page.getByLabel("No answer is needed").check();
  await page.getByLabel(/I agree/).check();
}

const step = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Steps of the form" }).getByRole("button", { name });
const go = (page: Page) => page.getByRole("button", { name: "Continue" }).click();
const send = (page: Page) => page.getByRole("button", { name: "Send it" }).click();

/** From the first step to the last, with as little as is needed. */
async function walkThrough(page: Page): Promise<void> {
  await page.goto("/situation");
  await page.getByLabel("What keeps failing?").fill(FAILING);
  await step(page, "You").click();
  await page.getByLabel("No answer is needed").check();
  await page.getByLabel(/I agree/).check();
}

async function storedUnder(page: Page) {
  const reference = await page.locator("header p.font-mono").textContent();
  return e2eDatabase().situation.findUniqueOrThrow({
    where: { reference: reference ?? "" },
    include: { messages: true },
  });
}

test.beforeEach(({ page }) => page.setExtraHTTPHeaders(fromElsewhere()));

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, expectedOnConsole: /status of 422/ });

  test("A visitor is told everything that is missing, loses nothing and gets a private link", async ({
    page,
  }) => {
    await page.goto("/situation");
    await page.getByLabel("What works at the same time?").fill("Small uploads\nand downloads.");
    await page.getByLabel("What could nobody answer?").fill("Who owns the limit.");
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
    await expect(page.getByLabel("What could nobody answer?")).toHaveValue("Who owns the limit.");
    await expect(page.getByLabel(/went down when several came at once/)).toBeChecked();
    await expect(page.getByRole("heading", { name: "This looks structural" })).toBeVisible();
    const failing = page.getByLabel("What keeps failing?");
    await expect(failing).toHaveAttribute("aria-invalid", "true");
    await expect(failing).toHaveAccessibleDescription(/Please say what keeps failing/);
    await expect(noticeOn(page).getByRole("link")).toHaveCount(3);

    await fillIn(page);
    await send(page);
    await expect(page).toHaveURL(OWN);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your situation is with us");
    await expect(page.getByRole("heading", { name: "This looks structural" })).toBeVisible();
    await expect(page.getByText("Who owns the limit.")).toBeVisible();
    await expect(page.getByText("None of the 17 published cases is near to this")).toBeVisible();
    expect(await storedUnder(page)).toMatchObject({ isVerified: false, unanswered: "Who owns the limit." });
    const own = await page.reload();
    expect(own?.headers()["cache-control"]).toContain("no-store");
    expect(own?.headers()["referrer-policy"]).toBe("no-referrer");
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
  });

  test("All of it is one page, with a button at its end alone", async ({ page }) => {
    await page.goto("/situation");
    await expect(page.getByRole("textbox")).toHaveCount(11);
    await expect(page.getByRole("button", { name: "Continue" })).toHaveCount(0);
    await expect(page.getByText("deleted 90 days after the last time")).toBeVisible();
  });

  test("Whoever has the link adds to it, takes it back and has it erased", async ({ page }) => {
    await page.goto("/situation");
    await fillIn(page);
    await send(page);
    await page.getByRole("button", { name: "Add it" }).click();
    await expect(noticeOn(page)).toContainText("Please write what you would like to add.");
    await page.getByLabel("Add something").fill("It came back <b>after</b> the deploy.");
    await page.getByRole("button", { name: "Add it" }).click();
    await expect(page).toHaveURL(/\?added$/);
    await expect(page.getByText("It came back <b>after</b> the deploy.")).toBeVisible();
    await expect(page.getByRole("heading", { name: "Your private link" })).toHaveCount(0);

    await page.getByRole("link", { name: "Take it back" }).click();
    await page.getByRole("link", { name: "No, leave it" }).click();
    expect((await storedUnder(page)).state).toBe("new");
    await page.getByRole("link", { name: "Take it back" }).click();
    await page.getByRole("button", { name: "Yes, take it back" }).click();
    await expect(page.getByRole("heading", { name: "Withdrawn" })).toBeVisible();
    await expect(page.getByLabel("Add something")).toHaveCount(0);

    await page.getByRole("link", { name: "Erase it" }).click();
    await page.getByRole("button", { name: "Yes, erase everything" }).click();
    await expect(page.getByRole("heading", { name: "Erased" })).toBeVisible();
    await expect(page.locator("main")).not.toContainText("megabytes");
    expect(await storedUnder(page)).toMatchObject({ state: "erased", failing: "", messages: [] });
  });

  test("The same form posted twice leads to the same place", async ({ request }) => {
    const form = { failing: FAILING, reply: "none", consent: "yes", key: crypto.randomUUID() };
    const headers = fromElsewhere();
    const post = () => request.post("/situation", { form, headers, maxRedirects: 0 });
    const [first, second] = await Promise.all([post(), post()]);
    expect([first.status(), second.status()]).toEqual([303, 303]);
    expect(first.headers()["location"]).toMatch(OWN);
    expect(second.headers()["location"]).toBe(first.headers()["location"]);
    const other = await request.post("/situation", { form: { ...form, works: "Small ones work." }, headers });
    expect(other.status()).toBe(422);
    const page = await other.text();
    expect(page).toContain("This form was sent before, with another text");
    expect(page).toContain("Small ones work.");
    expect(page).not.toContain(form.key);
  });

  test("The addresses are asked for only while an answer is wanted", async ({ page }) => {
    await page.goto("/situation");
    for (const label of ["E-mail address", "Phone number"])
      await expect(page.getByLabel(label)).toBeVisible();
    await page.getByLabel("No answer is needed").check();
    for (const label of ["E-mail address", "Phone number"]) await expect(page.getByLabel(label)).toBeHidden();
  });
});

test("With scripts the form leads step by step, and says what it makes of the answers on the way", async ({
  page,
}) => {
  await page.goto("/situation");
  await expect(step(page, "What happens")).toHaveAttribute("aria-current", "step");
  await go(page);
  const failing = page.getByLabel("What keeps failing?");
  await expect(failing).toBeFocused();
  await expect(failing).toHaveAccessibleDescription(/Please say what keeps failing/);
  await failing.fill(`${FAILING} The plugin approved the request without its body, and the daemon acted.`);
  await expect(failing).not.toHaveAttribute("aria-invalid");
  await go(page);
  await expect(page.getByRole("heading", { name: "What was tried" })).toBeFocused();
  await expect(failing).toBeHidden();
  await page.getByLabel("Who relied on which guarantee?").fill("The wards.");
  await go(page);
  await page.getByLabel("What do you know for sure?").fill("It begins at two megabytes.");
  await go(page);
  await page.getByLabel(/A control passed every audit/).check();
  await expect(page.getByRole("heading", { name: "This looks structural" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Approved without its body" })).toBeVisible();
  await expect(page.getByText(/“plugin”.*as you do, and you ticked a sign/)).toBeVisible();
  await page.getByLabel(/It happened once/).check();
  await expect(page.getByRole("heading", { name: "A diagnosis is probably not" })).toBeVisible();
  await page.getByRole("button", { name: "Back" }).click();
  await expect(page.getByLabel("What do you know for sure?")).toHaveValue("It begins at two megabytes.");
  await step(page, "You").click();
  await page.getByLabel("E-mail address").fill("ada@example.org");
  await page.getByLabel("Phone number").fill("+49 30 123456");
  await page.getByLabel(/I agree/).check();
  await send(page);
  await expect(page).toHaveURL(OWN);
  await expect(page.getByRole("link", { name: "Approved without its body" })).toBeVisible();
  await expect(page.getByText("will go to the e-mail address you gave")).toBeVisible();
  expect(await storedUnder(page)).toMatchObject({
    ...{ isVerified: true, relied: "The wards.", phone: "+49 30 123456", sketch: null },
  });
});

test("With the keyboard alone a visitor mends what was wrong and gets a receipt", async ({ page }) => {
  // Three audits and more take their time.
  test.slow();
  await page.goto("/situation");
  await page.getByLabel("What is the system?").focus();
  await page.keyboard.press("Enter");
  const failing = page.getByLabel("What keeps failing?");
  await expect(failing).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type("It fails whenever two regions recover together.");
  for (const heading of ["What was tried", "What is known", "Signs", "You"]) {
    await page.getByRole("button", { name: "Continue" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: heading, exact: true })).toBeFocused();
  }
  await page.getByRole("button", { name: "Send it" }).focus();
  await page.keyboard.press("Enter");
  await expect(noticeOn(page)).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("E-mail address")).toBeFocused();
  await page.keyboard.type("ada@example.org");
  await page.getByLabel(/I agree/).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(OWN);
  await expectAccessible(page);
});

test("A notice at the end leads back to the step it speaks of", async ({ page }) => {
  await page.goto("/situation");
  await page.getByLabel("What keeps failing?").fill(FAILING);
  await step(page, "You").click();
  await page.getByLabel("No answer is needed").check();
  await page.getByLabel(/I agree/).check();
  await page.locator("#failing").evaluate((field: HTMLTextAreaElement) => (field.value = ""));
  await send(page);
  await noticeOn(page).getByRole("link").click();
  await expect(page.getByLabel("What keeps failing?")).toBeFocused();
});

test("A sketch of this browser is seen before it is sent, and a copy of it arrives", async ({ page }) => {
  // Three audits and more take their time.
  test.slow();
  await openCase(page);
  await page.goto("/situation");
  await page.getByLabel("What keeps failing?").fill(FAILING);
  await step(page, "What is known").click();
  await page.getByRole("button", { name: /^Attach “.*authorization plugin/i }).click();
  await expect(page.getByRole("img", { name: /authorization plugin/i })).toBeVisible();
  await expect(
    page.getByText(/A copy of “.*” is sent with your text: \d+ components, \d+ connections/),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Do not send it" }).click();
  await expect(page.getByRole("img", { name: /authorization plugin/i })).toHaveCount(0);
  await page.getByRole("button", { name: /^Attach/ }).click();
  await expect(page.getByRole("img", { name: /authorization plugin/i })).toBeVisible();
  await step(page, "You").click();
  await page.getByLabel("No answer is needed").check();
  await page.getByLabel(/I agree/).check();
  await send(page);
  await expect(page).toHaveURL(OWN);
  await expect(page.getByRole("img", { name: /authorization plugin/i })).toBeVisible();
  const { sketch } = await storedUnder(page);
  expect((sketch as { components: unknown[] }).components.length).toBeGreaterThan(3);
  await expectAccessible(page);
});

test("What was typed survives a reload, and is forgotten once it is received", async ({ page }) => {
  await walkThrough(page);
  await step(page, "Signs").click();
  await page.getByLabel(/It happened once/).check();
  await page.reload();
  await expect(page.getByText("Restored what you had typed")).toBeVisible();
  await expect(page.getByLabel("What keeps failing?")).toHaveValue(FAILING);
  await step(page, "Signs").click();
  await expect(page.getByLabel(/It happened once/)).toBeChecked();
  await step(page, "You").click();
  await expect(page.getByLabel("No answer is needed")).toBeChecked();
  await send(page);
  await expect(page).toHaveURL(OWN);
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
    await walkThrough(page);
    await send(page);
    await expect(noticeOn(page)).toContainText("We could not be reached");
    await expect(page.locator("#failing")).toHaveValue(FAILING);
    isAway = false;
    await send(page);
    await expect(page).toHaveURL(OWN);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  test("Without a proof of work it is sent all the same, as unverified", async ({ page }) => {
    await page.route("**/api/proof", (route) => route.abort());
    await walkThrough(page);
    await send(page);
    await expect(page).toHaveURL(OWN);
    expect((await storedUnder(page)).isVerified).toBe(false);
  });
});

test("The reference opens a receipt that shows nothing of what was written", async ({ page }) => {
  await walkThrough(page);
  await send(page);
  await expect(page).toHaveURL(OWN);
  const { reference } = await storedUnder(page);
  await page.goto(`/situation/received/${reference}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your situation is with us");
  await expect(page.locator("main")).not.toContainText("megabytes");
  await expect(page.locator('main a[href*="/mine/"]')).toHaveCount(0);
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(`what nobody received, ${javaScriptEnabled ? "with" : "without"} JavaScript`, () => {
    test.use({ expectedOnConsole: /404/, javaScriptEnabled });

    for (const path of ["received/0000-0000-0000-0000-0000-0000-0000", `mine/${"A".repeat(64)}`, "mine/x"])
      test(`${path} is answered with 404 and a way back`, async ({ page }) => {
        const response = await page.goto(`/situation/${path}`);
        expect(response?.status()).toBe(404);
        await page.getByRole("link", { name: "Back to the form" }).click();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Describe your situation");
      });
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`Every step and the private page are accessible and fit 320 pixels, ${colorScheme}`, async ({
    page,
  }) => {
    // Eight audits take their time.
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto("/situation");
    await page.getByLabel("What keeps failing?").fill(FAILING);
    for (const name of ["What happens", "What was tried", "What is known", "Signs", "You"]) {
      await step(page, name).click();
      await expect(page.getByRole("heading", { name, exact: true })).toBeFocused();
      if (name === "Signs") await page.getByLabel(/It happened once/).check();
      await expectAccessible(page);
      await expectToFit(page);
    }
    await page.getByLabel("No answer is needed").check();
    await page.getByLabel(/I agree/).check();
    await send(page);
    await expect(page).toHaveURL(OWN);
    await expectAccessible(page);
    await expectToFit(page);
    await page.getByRole("link", { name: "Erase it" }).click();
    await expect(page.getByRole("button", { name: "Yes, erase everything" })).toBeVisible();
    await expectAccessible(page);
    await expectToFit(page);
  });
}

test("A page of another site cannot send the form", async ({ request }) => {
  const form = { failing: FAILING, reply: "none", consent: "yes", key: crypto.randomUUID() };
  const headers = { origin: "https://elsewhere.example" };
  const response = await request.post("/situation", { form, headers });
  expect(response.status()).toBe(403);
  expect(await response.text()).toContain("This did not come from our own form");
});
