import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { linkToken } from "#server/auth/link-token.ts";
import { openSecret } from "#server/auth/secret.ts";
import { PASSWORD } from "#tests/support/accounts.ts";
import { TEST_SECRET } from "#tests/support/test-secret.ts";
import { expect, test } from "#tests/support/browser.ts";
import { signInAs } from "#tests/support/e2e-accounts.ts";
import { startOwnProduct, type OwnProduct } from "#tests/support/own-product.ts";

const NEW = "four brown herons by noon";

/** The browser says it itself where a form came back. */
test.use({ expectedOnConsole: /status of (4\d\d|503)/ });

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByRole("textbox", { name: "New password" }).fill(password);
  await page.getByRole("textbox", { name: "The same password again" }).fill(password);
}

async function ticketOf(product: OwnProduct, purpose: "invitation" | "password-reset"): Promise<string> {
  await openSecret(TEST_SECRET, "");
  const [row] = await product.ask(
    `SELECT id FROM ticket WHERE purpose = '${purpose}' AND used_at IS NULL ORDER BY created_at DESC`,
  );
  return linkToken(purpose, String(row?.["id"]));
}

async function expectAccessible(page: Page): Promise<void> {
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.setViewportSize({ width: 320, height: 700 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  await page.setViewportSize({ width: 1280, height: 720 });
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(`accounts, scripts ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(90_000);
    let product: OwnProduct;
    test.beforeAll(async () => {
      product = await startOwnProduct();
    });
    test.afterAll(() => product.end());

    test("from the link of the first start to a new password", async ({ page, browser }) => {
      const findLink = (): string | undefined => /\/setup\/[\w-]{64}/.exec(product.output())?.[0];
      await expect.poll(findLink, { message: "the link is printed once the product is ready" }).toBeDefined();
      const setup = findLink() ?? "";
      await page.goto(product.url + setup);
      await page.getByLabel("Your name").fill("Ada");
      await page.getByLabel("E-mail address").fill("ada@example.org");
      await choosePassword(page, "password1234");
      await page.getByRole("button", { name: "Become the owner" }).click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText("guessed first");
      await expect(page.getByLabel("Your name")).toHaveValue("Ada");
      await expect(page.getByRole("textbox", { name: "New password" })).toHaveValue("");
      await choosePassword(page, PASSWORD);
      await page.getByRole("button", { name: "Become the owner" }).click();
      await expect(page).toHaveURL(`${product.url}/console`);

      await page.getByRole("link", { name: "People" }).click();
      await page.getByLabel("E-mail address").fill("grace@example.org");
      await page.getByRole("button", { name: "Send the invitation" }).click();
      await expect(page.getByRole("status")).toHaveText("The invitation is on its way.");
      await expect(page.getByText("grace@example.org")).toBeVisible();

      const other = await browser.newContext({ javaScriptEnabled });
      const grace = await other.newPage();
      await grace.goto(`${product.url}/invitation/${await ticketOf(product, "invitation")}`);
      await expect(grace.getByText("grace@example.org")).toBeVisible();
      await grace.getByLabel("Your name").fill("Grace");
      await choosePassword(grace, PASSWORD);
      await grace.getByRole("button", { name: "Accept and sign in" }).click();
      await expect(grace).toHaveURL(`${product.url}/console`);
      await grace.getByRole("button", { name: "Sign out" }).click();
      await expect(grace.getByRole("status")).toHaveText("You are signed out.");

      await grace.goto(`${product.url}/console`);
      await expect(grace).toHaveURL(`${product.url}/sign-in?next=%2Fconsole`);
      await grace.getByRole("link", { name: "Forgotten your password?" }).click();
      await grace.getByLabel("E-mail address").fill("Grace@Example.org");
      await grace.getByRole("button", { name: "Send me a link" }).click();
      await expect(grace.getByRole("heading", { level: 1 })).toHaveText("Look into your mail");
      const reset = `${product.url}/reset/${await ticketOf(product, "password-reset")}`;
      await grace.goto(reset);
      await choosePassword(grace, NEW);
      await grace.getByRole("button", { name: "Set the password" }).click();
      await expect(grace.getByRole("status")).toContainText("Your password is set");
      await grace.getByLabel("E-mail address").fill("grace@example.org");
      await grace.getByLabel("Password").fill(PASSWORD);
      await grace.getByRole("button", { name: "Sign in" }).click();
      await expect(grace.getByRole("main").getByRole("alert")).toContainText(
        "No account has this address with this password.",
      );
      await grace.getByLabel("Password").fill(NEW);
      await grace.getByRole("button", { name: "Sign in" }).click();
      await expect(grace).toHaveURL(`${product.url}/console`);
      await grace.goto(reset);
      await expect(grace.getByRole("heading", { level: 1 })).toHaveText("This link opens nothing");
      await other.close();

      const token = setup.split("/").at(-1) ?? "";
      expect(token).toHaveLength(64);
      const logged = product
        .output()
        .split("\n")
        .filter((line) => line.startsWith("{"));
      expect(logged.filter((line) => line.includes(token))).toEqual([]);
      expect(logged.some((line) => line.includes('"url.path":"/setup/:id"'))).toBe(true);
    });
  });
}

test.describe("the pages of accounts", () => {
  test("are accessible, and fit 320 px", async ({ page, context }) => {
    test.setTimeout(60_000);
    for (const path of ["/sign-in", "/forgotten", "/forgotten?done=asked", "/reset/none"]) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await signInAs(context, "owner", { name: "Ada" });
    for (const path of ["/account", "/console/people", "/console/teams", "/sign-out"]) {
      await page.goto(path);
      await expectAccessible(page);
    }
  });

  test("are kept nowhere, and lead no stranger in", async ({ request, context }) => {
    for (const path of ["/account", "/console/people", "/console/teams", "/sign-out"]) {
      const visitor = await request.get(path, { maxRedirects: 0 });
      expect([visitor.status(), visitor.headers()["location"]]).toEqual([
        307,
        `/sign-in?next=${encodeURIComponent(path)}`,
      ]);
    }
    await signInAs(context, "owner");
    const own = await context.request.get("/account");
    expect(own.headers()["cache-control"]).toContain("no-store");
    const file = await context.request.get("/api/account/export");
    expect(file.headers()["content-disposition"]).toContain("seamark-account.json");
    expect((await request.get("/api/account/export")).status()).toBe(401);
  });

  test("of people and teams are what a role may see", async ({ context }) => {
    await signInAs(context, "member");
    const seen = [];
    for (const path of [
      "/account",
      "/console/teams",
      "/console/people",
      `/console/teams/${crypto.randomUUID()}`,
    ])
      seen.push((await context.request.get(path)).status());
    expect(seen).toEqual([200, 200, 404, 404]);
  });

  test("let somebody delete their account", async ({ page, context }) => {
    await signInAs(context, "staff", { name: "Grace" });
    await page.goto("/account");
    await page.getByText("Delete this account", { exact: true }).click();
    await page.getByLabel("Your password").fill(PASSWORD);
    await page.getByRole("button", { name: "Delete it for good" }).click();
    await expect(page.getByRole("status")).toContainText("Your account is deleted");
  });
});
