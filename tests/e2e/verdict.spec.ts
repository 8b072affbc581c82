import { AxeBuilder } from "@axe-core/playwright";
import { diagnose } from "#core/diagnosis/diagnose.ts";
import { applyCommand } from "#core/document/apply-command.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { CATALOGUE } from "#core/mechanisms/catalogue.ts";
import { diagnoseOptionsOf } from "#core/report/diagnose-options.ts";
import { expect, test } from "#tests/support/browser.ts";
import { incident } from "#tests/support/incidents.ts";
import { handedOver } from "#tests/support/workbench-page.ts";

/** A sketch whose every question was set aside, one after the other. */
function allSetAside(id: string): Session {
  let session = sessionFromSketch(incident(id).architecture, null, {});
  for (;;) {
    const { next } = diagnose(session.architecture, CATALOGUE, diagnoseOptionsOf(session));
    if (next === null) return session;
    session = applyCommand(session, { type: "skip-question", address: next });
  }
}

test("when nothing is found, the answers that would change it stand there and can be given", async ({
  page,
}) => {
  const backup = Buffer.from(writeSession(allSetAside("mozilla-addon-signing-2019")));
  await page.goto("/workbench");
  await expect(page.getByText("Saved in this browser")).toBeVisible();
  await page
    .getByLabel("Backup file")
    .setInputFiles({ name: "b.json", mimeType: "application/json", buffer: backup });
  const question = page.locator("#question");
  await expect(question).toHaveText("No structural seam found so far.");
  const changes = page.getByRole("listitem").filter({ has: page.getByText(/would make a seam between/) });
  await expect(changes).toHaveCount(3);
  await expect(changes.first()).toContainText("The question was set aside.");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  const report = await handedOver(page, "Markdown");
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
