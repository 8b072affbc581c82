import type { Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { handedOver, openStep, SAVED } from "#tests/support/workbench-page.ts";

const PARTS = [
  { name: "Client", kind: "client" },
  { name: "Daemon", kind: "executor" },
  { name: "Plugin", kind: "enforcer" },
] as const;
const component = (page: Page, name: string) =>
  page.locator(".react-flow__node-component").filter({ hasText: name });
const outline = (page: Page) => page.getByRole("region", { name: "Outline" });
const heard = (page: Page) => page.getByRole("status").first();

async function begin(page: Page): Promise<void> {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
  await expect(page.getByText(SAVED)).toBeVisible();
}

async function middleOf(page: Page, name: string) {
  const { x, y, width, height } = (await component(page, name).boundingBox()) ?? new DOMRect();
  return { x: x + width / 2, y: y + height / 2 };
}

async function carries(page: Page, object: string): Promise<void> {
  await page.getByLabel("What travels on it").fill(object);
  await page.getByLabel("What travels on it").press("Enter");
}

const DRAWN: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  "with the mouse": async (page) => {
    await begin(page);
    const places = [120, 300, 480];
    for (const [i, { name, kind }] of PARTS.entries()) {
      await page.locator(".sketch-canvas").dblclick({ position: { x: 240, y: places[i] ?? 0 } });
      await expect(page.getByLabel("Name of the component")).toBeFocused();
      await page.keyboard.type(name);
      await page.locator(".react-flow__pane").click({ position: { x: 20, y: 250 } });
      await component(page, name).click();
      await page.getByLabel("Kind", { exact: true }).selectOption(kind);
    }
    for (const [from, to] of [
      ["Client", "Daemon"],
      ["Daemon", "Plugin"],
    ] as const) {
      await component(page, from).hover();
      await component(page, from).locator(".sketch-source").hover();
      await page.mouse.down();
      const { x, y } = await middleOf(page, to);
      await page.mouse.move(x, y, { steps: 6 });
      await page.mouse.up();
      await carries(page, "API request");
    }
  },
  "with the keyboard alone": async (page) => {
    await begin(page);
    for (const { name, kind } of PARTS) {
      await page.keyboard.press("n");
      await expect(page.getByLabel("Name of the component")).toBeFocused();
      await page.keyboard.type(name);
      await page.keyboard.press("Enter");
      await expect(component(page, name)).toBeFocused();
      await page.getByLabel("Kind", { exact: true }).focus();
      await page.keyboard.type(kind);
      await expect(page.getByLabel("Kind", { exact: true })).toHaveValue(kind);
      await outline(page)
        .getByRole("button", { name: `${name} ${kind}` })
        .press("Enter");
    }
    for (const [from, to] of [
      ["Client client", "Daemon"],
      ["Daemon executor", "Plugin"],
    ] as const) {
      await outline(page).getByRole("button", { name: from }).press("Enter");
      await page.keyboard.press("c");
      await page.keyboard.type(to);
      await page.keyboard.press("Enter");
      await expect(heard(page)).toContainText(`to ${to}`);
      await carries(page, "API request");
    }
  },
  "in the outline, with the canvas hidden": async (page) => {
    await begin(page);
    await page.keyboard.press("o");
    await expect(page.locator(".sketch-canvas")).toBeHidden();
    for (const { name, kind } of PARTS) {
      await outline(page).getByRole("button", { name: "Add component" }).press("Enter");
      await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
      await page.keyboard.type(name);
      await page.getByLabel("Kind", { exact: true }).selectOption(kind);
    }
    for (const [from, to] of [
      ["Client client", "Daemon"],
      ["Daemon executor", "Plugin"],
    ] as const) {
      await outline(page).getByRole("button", { name: from }).press("Enter");
      await outline(page).getByRole("button", { name: "Connect" }).press("Enter");
      await page.keyboard.type(to);
      await page.keyboard.press("Enter");
      await expect(heard(page)).toContainText(`to ${to}`);
      await carries(page, "API request");
    }
  },
};

/** From the first question to a move that was tried, by the keyboard: nobody on this team can say anything. */
async function diagnoseIt(page: Page): Promise<void> {
  await openStep(page, "Questions");
  const question = page.locator("#question");
  for (let asked = 0; asked < 6; asked += 1) {
    const text = (await question.textContent()) ?? "";
    if (text.startsWith("No open question")) break;
    await page.getByRole("button", { name: "Nobody knows" }).press("Enter");
    await expect(question).not.toHaveText(text);
  }
  await expect(question).toHaveText("No open question would change what was found.");
  await openStep(page, "Invariants");
  const seam = page.getByRole("article", { name: /^(Daemon and Plugin|Plugin and Daemon)$/ });
  await expect(seam).toContainText("For every API request that Daemon acts on");
  await openStep(page, "Move");
  await page.getByRole("button", { name: "Try this move on a copy" }).first().press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("region", { name: "What becomes of this seam" })).toBeVisible();
  await page.keyboard.press("Escape");
  expect(await handedOver(page, "Markdown")).toContain("For every API request that Daemon acts on");
}

for (const [how, draw] of Object.entries(DRAWN)) {
  test(`a person draws a daemon that asks its plugin ${how}, and finds what they must agree on`, async ({
    page,
  }) => {
    await draw(page);
    await expect(outline(page).getByRole("button", { name: "decide Plugin: API request" })).toBeVisible();
    await diagnoseIt(page);
  });
}
