import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import {
  expectAccessible,
  expectToFit,
  FAILING,
  fromElsewhere,
  noticeOn,
  OWN,
  send,
  step,
  storedUnder,
  walkThrough,
} from "#tests/support/situation-page.ts";
import { openCase } from "#tests/support/workbench-page.ts";

const go = (page: Page) => page.getByRole("button", { name: "Continue" }).click();

test.beforeEach(({ page }) => page.setExtraHTTPHeaders(fromElsewhere()));

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
  // Until the steps are there, Enter sends the whole form, as without scripts, and the notice is what is focused.
  await expect(step(page, "What happens")).toHaveAttribute("aria-current", "step");
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
