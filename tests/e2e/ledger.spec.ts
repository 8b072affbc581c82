import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { applyCommand } from "#core/document/apply-command.ts";
import type { Command } from "#core/document/command.ts";
import { sessionFromSketch } from "#core/document/new-session.ts";
import type { Session } from "#core/document/session.schema.ts";
import { writeSession } from "#core/interchange/session-json.ts";
import { expect, test } from "#tests/support/browser.ts";
import { incident } from "#tests/support/incidents.ts";
import {
  handedOver,
  openBackup,
  openCase,
  openStep,
  SAVED,
  takeDocumentedAnswers,
} from "#tests/support/workbench-page.ts";

const PAIR = "Container daemon and Authorization plugin";
const OWN = "The request that was judged is the request that runs, byte for byte.";

const seamOf = (page: Page) => page.getByRole("article", { name: PAIR });

async function violations(page: Page) {
  return (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map(({ html }) => html),
  ]);
}

test("a seam's sentence is put in one's own words, survives a reload, reaches the report, and can be taken back", async ({
  page,
}) => {
  await openCase(page);
  await takeDocumentedAnswers(page, 4);
  await openStep(page, "Invariants");
  const seam = seamOf(page);
  const proposal = (await seam.getByText(/^For every API request/).textContent()) ?? "";
  await seam.getByRole("button", { name: "Say it in your own words" }).click();
  const sentence = seam.getByLabel("What must hold, as one sentence that can be checked");
  await expect(sentence).toBeFocused();
  await expect(sentence).toHaveValue(proposal);
  await sentence.fill("Half a sen");
  await page.reload();
  await expect(sentence).toHaveValue("Half a sen");
  await sentence.fill(OWN);
  await seam.getByRole("button", { name: "Keep this sentence" }).click();
  await expect(page.getByRole("status").first()).toContainText("Your sentence stands.");
  await expect(seam.getByRole("button", { name: "Say it in your own words" })).toBeFocused();
  await expect(seam).toContainText(OWN);

  await seam.getByLabel("Owner: who keeps this agreement").fill("the platform team");
  await seam.getByLabel("Owner: who keeps this agreement").press("Enter");
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await expect(seam).toContainText(OWN);
  await expect(seam.getByLabel("Owner: who keeps this agreement")).toHaveValue("the platform team");
  const report = await handedOver(page, "Markdown");
  expect(report).toContain(`> ${OWN}`);
  expect(report).toContain("Kept by the platform team.");
  expect(report).toContain(`The engine proposes: ${proposal}`);
  const findings = JSON.parse(await handedOver(page, "JSON")) as { readonly seams: readonly object[] };
  expect(findings.seams[0]).toMatchObject({
    invariant: OWN,
    proposedInvariant: proposal,
    owner: "the platform team",
  });

  await seam.getByRole("button", { name: "Back to the proposal" }).click();
  await expect(seam).not.toContainText(OWN);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(seam).toContainText(OWN);
});

test("a candidate is accepted with its mechanism and stands in the ledger until it is kept no longer", async ({
  page,
}) => {
  await openCase(page);
  await openStep(page, "Seams");
  await page.locator("summary", { hasText: "Unlikely" }).click();
  const session = page.getByRole("region", { name: "Session" });
  const chosen = session.locator("li:has(> details)").last();
  await chosen.locator("summary").click();
  const names = (await chosen.locator("summary .font-medium").textContent()) ?? "";
  await chosen.getByRole("button", { name: "Accept as a seam" }).click();
  await expect(page.getByRole("status").first()).toContainText(`${names}: accepted as a seam.`);
  await expect(page.locator("[data-seam]")).toHaveCount(2);
  await openStep(page, "Invariants");
  const seam = page.getByRole("article", { name: names });
  await expect(seam).toContainText("accepted");
  expect(await handedOver(page, "Markdown")).toContain("## Kept by people, and not likely so far");
  await seam.getByRole("button", { name: "Keep it no longer" }).click();
  await expect(seam).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(seam).toHaveCount(1);
});

test("a seam is marked by hand between two components that nothing connects", async ({ page }) => {
  await openCase(page);
  await openStep(page, "Seams");
  await page.locator("summary", { hasText: "Mark a seam by hand" }).press("Enter");
  await page.getByLabel("One side").selectOption("Image scanner");
  await page.getByLabel("The other side").selectOption("Audit log");
  await page.getByRole("button", { name: "Mark it" }).press("Enter");
  await expect(page.getByRole("status").first()).toContainText(
    /Seam marked between Image scanner and Audit log/,
  );
  await openStep(page, "Invariants");
  await expect(page.getByRole("article", { name: "Audit log and Image scanner" })).toContainText(
    "marked by hand",
  );
});

/** The published sketch, with two people's answers about one agreement. */
function answeredByTwo(): Session {
  const say = (by: string, value: string): Command => ({
    type: "answer",
    address: { about: { agreement: ["daemon", "plugin"] }, fact: "stated" },
    answer: { value, by, at: "2026-03-01T10:00:00.000Z", evidence: "the handbook" },
    agreementId: "g",
  });
  return [say("Ada", "docs"), say("Bo", "nowhere")].reduce(
    applyCommand,
    sessionFromSketch(incident("docker-authz-2024").architecture, null, {}),
  );
}

test("two people who answer differently are named in the ledger", async ({ page }) => {
  await page.goto("/workbench");
  await expect(page.getByText(SAVED)).toBeVisible();
  await openBackup(page, writeSession(answeredByTwo()));
  await expect(page.getByLabel("Title of the sketch")).toHaveValue(/authorization plugin/i);
  await openStep(page, "Invariants");
  const seam = seamOf(page);
  await expect(seam).toContainText("Answered differently.");
  await expect(seam).toContainText(/Ada says “.+”; Bo says “.+”/);
  await seam.locator("summary", { hasText: "Evidence, and who answered" }).press("Enter");
  await expect(seam).toContainText("(Ada, from the handbook)");
});

test.describe("on a phone by night", () => {
  test.use({ viewport: { width: 320, height: 640 }, colorScheme: "dark" });

  test("every step fits, is accessible, and every control is big enough to press", async ({ page }) => {
    await openCase(page);
    await takeDocumentedAnswers(page, 4);
    for (const step of ["Fit", "Sketch", "Seams", "Questions", "Invariants", "Move", "Findings"]) {
      await openStep(page, step);
      const panel = page.getByRole("region", { name: "Session" });
      expect(await panel.evaluate((e) => e.scrollWidth - e.clientWidth), step).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await violations(page), step).toEqual([]);
    }
    await openStep(page, "Invariants");
    await page.getByRole("button", { name: "Say it in your own words" }).click();
    expect(await violations(page)).toEqual([]);
  });
});
