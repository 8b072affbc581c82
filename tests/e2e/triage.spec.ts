import AxeBuilder from "@axe-core/playwright";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { TEMPLATES } from "#core/architecture/templates/catalogue.ts";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { list, ownWord, rowOf, sentIn, stateOf, states } from "#tests/support/triage-page.ts";
import { valueOf } from "#tests/support/value-of.ts";

test.describe.configure({ timeout: 90_000 });

test("all of triage goes by keyboard, and the focus is always somewhere", async ({ page, context }) => {
  const word = ownWord();
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const third = await sentIn({ failing: `${word} third of three situations`, receivedAt: at(3) });
  const second = await sentIn({ failing: `${word} second of three situations`, receivedAt: at(2) });
  const first = await sentIn({ failing: `${word} first of three situations`, receivedAt: at(1) });
  await signInAs(context, "staff", { name: "Radia" });
  await page.goto("/console");
  const press = (key: string) => page.keyboard.press(key);

  // Keys count as soon as the scripts of the page run.
  await expect(async () => {
    await press("/");
    await expect(page.getByLabel("Search")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.getByLabel("Search").fill("");
  await page.keyboard.type(word);
  await expect(list(page).getByRole("listitem")).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(`q=${word}`));
  await page.getByLabel("Search").blur();

  await press("j");
  await expect(rowOf(page, first.id)).toBeFocused();
  await press("j");
  await press("ArrowDown");
  await expect(rowOf(page, third.id)).toBeFocused();
  await press("k");
  await expect(rowOf(page, second.id)).toBeFocused();

  await press("a");
  await expect(rowOf(page, second.id)).toContainText("Radia");
  await press("Enter");
  await expect(page).toHaveURL(new RegExp(`/console/situations/${second.id}\\?q=${word}`));
  await expect(page.locator("#situation")).toBeFocused();

  await press("n");
  await expect(page.getByLabel("Note", { exact: true })).toBeFocused();
  await page.keyboard.type("j and k are letters here");
  await press("Control+Enter");
  await expect(page.locator("[data-kind=note]")).toContainText("j and k are letters here");
  await press("Escape");
  await expect(page.locator("#situation")).toBeFocused();

  await press("r");
  await expect(page.getByLabel("Reply", { exact: true })).toBeFocused();
  await page.keyboard.type("Dear Ada, thank you.");
  await press("Control+Enter");
  await expect(page.locator("[data-kind=reply]")).toContainText("Dear Ada, thank you.");
  await press("Escape");

  await press("s");
  await expect(states(page).getByRole("button").first()).toBeFocused();
  await press("Enter");
  await expect.poll(() => stateOf(second.id)).toBe("accepted");
  await expect(states(page)).toBeFocused();
  await press("Escape");
  await expect(rowOf(page, second.id)).toBeFocused();
  await expect(page).toHaveURL(new RegExp(`/console\\?q=${word}`));

  await press("?");
  const sheet = page.getByRole("dialog", { name: "Keys of the inbox" });
  await expect(sheet).toBeVisible();
  await sheet.getByLabel("Single letters are keys").press("Space");
  await press("Escape");
  await expect(sheet).toBeHidden();
  await rowOf(page, second.id).focus();
  await press("j");
  await expect(rowOf(page, second.id)).toBeFocused();
});

test("a diagnosis begins from a situation, with its words beside the canvas, also after a reload", async ({
  page,
  context,
}) => {
  const sketch = valueOf(parseArchitecture(TEMPLATES[0]!.sketch));
  const { id, reference } = await sentIn({ tried: "We raised the limit twice.", sketch });
  await signInAs(context, "staff");
  await page.goto(`/console/situations/${id}`);
  await expect(page.getByRole("group", { name: "Drawing of the attached sketch" })).toBeVisible();
  await page.getByRole("button", { name: "Start a diagnosis" }).click();
  await expect(page).toHaveURL(/\/workbench$/);
  await expect(page.getByLabel("Title of the sketch")).toHaveValue(`Situation ${reference.slice(0, 9)}`);
  expect(await stateOf(id)).toBe("inDiagnosis");
  const told = page.getByRole("group", { name: "What was sent in" });
  await expect(told).toContainText("Large uploads fail while every dashboard stays green.");
  await expect(page.getByText("Saved to your account")).toBeVisible();
  await page.reload();
  await expect(told).toContainText("We raised the limit twice.");
  await expect(page.locator(".sketch-node").first()).toBeVisible();
  await page.getByRole("button", { name: /^Fit\b|^Situation and fit\b/ }).click();
  await page.getByText("What happened here before?").click();
  const failing = page.getByText("Large uploads fail while every dashboard stays green.");
  await expect(failing.filter({ visible: true }).nth(1)).toBeVisible();
  await expect(page.getByLabel("A fix held, and the next incident was right beside it")).toBeChecked();
  await page.getByText("The situation", { exact: false }).first().click();
  await expect(told).toBeHidden();
  const kept = () => e2eDatabase().document.count({ where: { situationId: id } });
  await expect.poll(kept).toBe(1);
  // Once more from the inbox it is the same sketch.
  await page.goto(`/console/situations/${id}`);
  await page.getByRole("link", { name: "Open the diagnosis" }).click();
  await expect(page).toHaveURL(/\/workbench$/);
  await page.getByRole("button", { name: "Sketches", exact: true }).click();
  const named = page
    .getByRole("dialog", { name: "Sketches" })
    .getByText(`Situation ${reference.slice(0, 9)}`);
  await expect(named).toHaveCount(1);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the inbox can be read, searched, filtered and paged", async ({ page, context }) => {
    const word = ownWord();
    const { id } = await sentIn({ failing: `${word} it fails without scripts as well`, works: "Reading." });
    await sentIn({ failing: `${word} but this one is closed`, state: "closed" });
    await signInAs(context, "staff");
    await page.goto("/console");
    await page.getByLabel("Search").fill(word);
    await page.getByRole("button", { name: "Show" }).click();
    await expect(list(page).getByRole("listitem")).toHaveCount(1);
    await page.getByRole("link", { name: /^all/ }).click();
    await expect(list(page).getByRole("listitem")).toHaveCount(2);
    await rowOf(page, id).click();
    await expect(page.getByRole("heading", { level: 2 })).toHaveText("Claims portal");
    await expect(page.getByText("Reading.")).toBeVisible();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("inbox, situation and audit have no accessibility problem and fit 320 px", async ({
      page,
      context,
    }) => {
      const { id } = await sentIn({
        name: "A".repeat(120),
        system: "B".repeat(240),
        failing: "C".repeat(900),
      });
      await signInAs(context, "owner", { name: `Grace${"n".repeat(70)}` });
      for (const path of ["/console?state=all", `/console/situations/${id}`, "/console/audit"])
        for (const width of [320, 1280]) {
          await page.setViewportSize({ width, height: 800 });
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map(({ id: rule, nodes }) => [rule, nodes[0]?.html])).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
        }
    });
  });
}
