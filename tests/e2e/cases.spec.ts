import { cases } from "#content/generated/cases.ts";
import { incident } from "#tests/support/incidents.ts";
import { expect, test } from "#tests/support/browser.ts";
import { openStep, takeDocumentedAnswers } from "#tests/support/workbench-page.ts";

/** The one incident of the corpus that a guided session does not lead to its documented seam. */
const LEADS_ELSEWHERE = ["twenty-one-fields-twenty-values"];

for (const { matter } of cases) {
  const { architecture, documented } = incident(matter.incident);
  const [pair = ["", ""]] = documented.seam.between;
  const names = pair.map((id) => architecture.components.find((one) => one.id === id)?.name ?? id);

  test(`“${matter.title}” opens as a sketch, and its questions lead to ${names.join(" and ")}`, async ({
    page,
  }) => {
    test.setTimeout(90_000);
    await page.goto(`/cases/${matter.slug}`);
    await page.getByRole("link", { name: "Open in the workbench" }).click();
    await expect(page.getByLabel("Title of the sketch")).toHaveValue(architecture.title);
    await takeDocumentedAnswers(page);
    await openStep(page, "Invariants");
    const leads = async () => {
      const [first = ""] = await page.getByRole("article").allInnerTexts();
      return names.every((name) => first.includes(name));
    };
    await expect.poll(leads).toBe(!LEADS_ELSEWHERE.includes(matter.slug));
  });
}
