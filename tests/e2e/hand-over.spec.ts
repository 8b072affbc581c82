import { expect, test } from "#tests/support/browser.ts";
import { handOver, openCase, openStep } from "#tests/support/workbench-page.ts";
import { close, save, violations } from "#tests/support/hand-over-page.ts";

test("what is said of a report is kept beside its sketch, and stands there the next time", async ({
  page,
}) => {
  await openCase(page);
  const sheet = await handOver(page);
  await sheet.getByLabel("Title", { exact: true }).fill("What we found");
  await sheet.getByLabel("Client", { exact: true }).fill("Harbour Bank");
  await sheet.getByLabel("Author").fill("Ada Example");
  await sheet.getByLabel(/^Confidentiality/).fill("For Harbour Bank alone");
  await sheet.getByLabel("Date").fill("2020-02-29");
  const png = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  );
  const logo = sheet.getByLabel("Logo file");
  const group = sheet.getByRole("group", { name: "Logo of the client" });
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
  await expect(group.getByRole("alert")).toContainText("This is no PNG or JPEG picture.");
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: png.subarray(0, 30) });
  await expect(group.getByRole("alert")).toContainText("This picture is damaged");
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.alloc(600_000) });
  await expect(group.getByRole("alert")).toContainText("has 586 kB, and a logo at most 512 kB");
  await logo.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: png });
  await expect(group.getByRole("img", { name: "The logo that was chosen" })).toBeVisible();
  await expect(group.getByRole("alert")).toBeEmpty();
  await close(page, sheet);

  await page.reload();
  const next = await handOver(page);
  await expect(next.getByLabel("Title", { exact: true })).toHaveValue("What we found");
  await expect(next.getByLabel("Client", { exact: true })).toHaveValue("Harbour Bank");
  await expect(next.getByLabel("Author")).toHaveValue("Ada Example");
  await expect(next.getByLabel(/^Confidentiality/)).toHaveValue("For Harbour Bank alone");
  await expect(next.getByRole("img", { name: "The logo that was chosen" })).toBeVisible();
  await expect(next.getByLabel("Date")).not.toHaveValue("2020-02-29");
  await next.getByRole("button", { name: "Remove the logo" }).click();
  await expect(next.getByRole("img", { name: "The logo that was chosen" })).toHaveCount(0);

  await next.getByLabel("Date").fill("");
  await expect(next.getByText("A date, as in 2026-03-01, must stand here.")).toBeVisible();
  await expect(next.getByLabel("Date")).toHaveAttribute("aria-invalid", "true");
  await expect(next.getByRole("button", { name: "Save as Markdown" })).toBeDisabled();
  await expect(next.getByText(/^No file can be made until the setting/)).toBeVisible();
});

test("the preview looks like the report and runs no script, and its links stay where they are", async ({
  page,
}) => {
  await openCase(page);
  await page
    .getByLabel("Title of the sketch")
    .fill("<img src=x onerror=alert(1)><style>h1{display:none}</style>");
  const sheet = await handOver(page);
  const frame = sheet.frameLocator("iframe");
  await expect(frame.getByRole("heading", { level: 1 })).toHaveText(/^<img src=x onerror=alert\(1\)><style>/);
  await expect(frame.locator("img")).toHaveCount(0);
  await expect(sheet.locator("iframe")).toHaveAttribute("sandbox", "allow-same-origin");
  await expect(frame.locator("body")).toHaveCSS("max-width", "992px");
  await frame.getByRole("link", { name: "Glossary" }).click();
  await expect(frame.getByRole("heading", { name: "Glossary" })).toBeInViewport();
  await expect(page).toHaveURL(/\/workbench$/);
});

test("what would be empty is said, and not saved", async ({ page }) => {
  await openCase(page);
  const sheet = await handOver(page);
  await sheet.getByRole("button", { name: "Save as Decision records" }).click();
  const row = sheet.getByRole("listitem").filter({ hasText: "Decision records" });
  await expect(row).toContainText("There is nothing to record yet");
});

test("a report is handed over with the keyboard alone, and its progress is heard", async ({ page }) => {
  await openCase(page);
  await page.locator(".react-flow__node").first().focus();
  await page.keyboard.press("e");
  const sheet = page.getByRole("dialog", { name: "Hand over" });
  await expect(sheet).toBeVisible();
  const button = sheet.getByRole("button", { name: "Save as Markdown" });
  await button.focus();
  const waiting = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await waiting).suggestedFilename()).toMatch(/\.md$/);
  await expect(sheet.getByRole("status").filter({ hasText: /^Markdown made, [\d.]+ kB\.$/ })).toBeAttached();
  await expect(sheet.getByRole("button", { name: "Save again as Markdown" })).toBeFocused();
  await close(page, sheet);

  await openStep(page, "Findings");
  const findings = page.getByRole("button", { name: "Hand over the findings" });
  await findings.press("Enter");
  await expect(sheet).toBeVisible();
  await close(page, sheet);
  await expect(findings).toBeFocused();
});

test("the keyboard goes into the preview, through it, past it and out of it", async ({ page }) => {
  await openCase(page);
  const sheet = await handOver(page);
  const glossary = sheet.frameLocator("iframe").getByRole("link", { name: "Glossary" });
  await expect(glossary).toBeVisible();
  const skip = sheet.getByRole("button", { name: "Skip the preview" });
  await sheet.getByRole("checkbox", { name: /^Replace all names/ }).focus();
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(sheet.getByRole("button", { name: "Save as PDF" })).toBeFocused();
  await glossary.focus();
  await page.keyboard.press("Enter");
  const heading = sheet.frameLocator("iframe").getByRole("heading", { name: "Glossary" });
  await expect(heading).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sheet has no accessibility violations, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openCase(page);
    const sheet = await handOver(page);
    await expect(sheet.locator("iframe")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await save(page, sheet, "Markdown");
    await sheet.getByLabel("Date").fill("");
    expect(await violations(page)).toEqual([]);
  });
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the sheet fits", async ({ page }) => {
    await openCase(page);
    const sheet = await handOver(page);
    await sheet.getByLabel("Client", { exact: true }).fill("Donaudampfschifffahrtsgesellschaft".repeat(4));
    for (const summary of await sheet.locator("summary").all()) await summary.click();
    const wider = await sheet.evaluate((dialog) =>
      [...dialog.querySelectorAll("*")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    );
    expect(wider).toEqual([]);
    await save(page, sheet, "Markdown");
  });
});
