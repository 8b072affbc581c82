import { AxeBuilder } from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import { sessionFromSketch } from "#core/document/new-session.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { expect, test } from "#tests/support/browser.ts";
import { incident } from "#tests/support/incidents.ts";

test("when nothing is found, the answers that would change it stand there and can be given", async ({
  page,
}) => {
  const { architecture } = incident("mozilla-addon-signing-2019");
  const backup = Buffer.from(writeSession(sessionFromSketch(architecture, null, {})));
  await page.goto("/workbench");
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await page
    .getByLabel("Backup file")
    .setInputFiles({ name: "b.json", mimeType: "application/json", buffer: backup });
  await page.getByRole("button", { name: "Go on to the questions" }).click();
  const question = page.locator("#question");
  const skip = page.getByRole("button", { name: "Skip", exact: true });
  while (await skip.isVisible()) {
    const before = (await question.textContent()) ?? "";
    await skip.click();
    await expect(question).not.toHaveText(before);
  }
  await expect(question).toHaveText("No structural seam found so far.");
  const changes = page.getByRole("listitem").filter({ has: page.getByText(/would make a seam between/) });
  await expect(changes).toHaveCount(3);
  await expect(changes.first()).toContainText("The question was set aside.");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Sketches" }).click();
  await page.getByRole("menuitem", { name: "Findings as Markdown" }).click();
  const report = await readFile(await (await waiting).path(), "utf8");
  expect(report).toContain("No structural seam found so far.");
  expect(report).toMatch(/## What would change this\n\n- .+ would make a seam between/);

  const [text = "", words = ""] = await changes.first().getByRole("paragraph").allTextContents();
  const [, answer = ""] = /“([^”]+)”/.exec(words) ?? [];
  await changes.first().getByRole("button").press("Enter");
  await expect(question).toHaveText(text);
  await expect(question).toBeFocused();
  await page.getByRole("button", { name: answer, exact: true }).press("Enter");
  await expect(question).not.toHaveText(text);
  await expect(page.getByText(/1 seam (found|suspected)/)).toBeVisible();
});
