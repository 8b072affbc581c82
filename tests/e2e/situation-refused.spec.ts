import { expect, test } from "#tests/support/browser.ts";
import {
  FAILING,
  fromElsewhere,
  noticeOn,
  OWN,
  send,
  storedUnder,
  walkThrough,
} from "#tests/support/situation-page.ts";

test.beforeEach(({ page }) => page.setExtraHTTPHeaders(fromElsewhere()));

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

test("A page of another site cannot send the form", async ({ request }) => {
  const form = { failing: FAILING, reply: "none", consent: "yes", key: crypto.randomUUID() };
  const headers = { origin: "https://elsewhere.example" };
  const response = await request.post("/situation", { form, headers });
  expect(response.status()).toBe(403);
  expect(await response.text()).toContain("This did not come from our own form");
});
