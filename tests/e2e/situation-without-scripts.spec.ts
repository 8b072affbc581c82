import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { FAILING, fromElsewhere, noticeOn, OWN, send, storedUnder } from "#tests/support/situation-page.ts";

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("What keeps failing?").fill(FAILING);
  await page.getByLabel("No answer is needed").check();
  await page.getByLabel(/I agree/).check();
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
