import { expect, test } from "#tests/support/browser.ts";
import { signInAs } from "#tests/support/e2e-accounts.ts";

test.describe("the console", () => {
  test("sends a visitor to sign in, with the way back", async ({ request }) => {
    const response = await request.get("/console", { maxRedirects: 0 });
    expect([response.status(), response.headers()["location"]]).toEqual([307, "/sign-in?next=%2Fconsole"]);
  });

  test("opens for staff", async ({ page, context }) => {
    await signInAs(context, "staff", { name: "Grace" });
    await page.goto("/console");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inbox");
    await expect(page.getByRole("link", { name: "Grace" })).toBeVisible();
  });

  test("is not there for a member", async ({ context }) => {
    await signInAs(context, "member");
    const response = await context.request.get("/console");
    expect(response.status()).toBe(404);
  });
});
