import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import { openCase, SAVED } from "#tests/support/workbench-page.ts";

const heard = (page: Page) => page.getByRole("status");
const component = (page: Page, name: string) =>
  page.locator(".react-flow__node-component").filter({ hasText: name });
const boundary = (page: Page, name: string) =>
  page.locator(".react-flow__node-boundary").filter({ hasText: name });

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("It is not on the screen.");
  return box;
}

async function drag(
  page: Page,
  from: Locator,
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  const { x, y, width, height } = await boxOf(from);
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 8 });
  await page.mouse.up();
}

async function addByKey(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await page.keyboard.press("n");
    await expect(page.getByLabel("Name of the component")).toBeFocused();
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await expect(component(page, name)).toBeFocused();
  }
}

async function begin(page: Page): Promise<void> {
  await page.goto("/workbench");
  await expect(page.getByText(SAVED)).toBeVisible();
}

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

test("a part of a sketch is copied into another tab, with what was said about it", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await begin(page);
  await addByKey(page, "Till", "Ledger");
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await expect(heard(page)).toContainText("Connected Ledger to Till");
  await page.getByLabel("What travels on it").fill("order");
  await page.getByLabel("What travels on it").press("Enter");
  await component(page, "Till").click();
  await page.keyboard.press("Control+a");
  await expect(heard(page)).toContainText("2 components selected");
  await page.keyboard.press("Control+c");
  await expect(heard(page)).toContainText("2 components copied");

  const other = await context.newPage();
  await other.goto("/workbench?case=plugin-approved-daemon-executed");
  await expect(component(other, "Container daemon")).toBeVisible();
  await component(other, "Container daemon").click();
  await other.keyboard.press("Control+v");
  await expect(heard(other)).toContainText("2 components pasted");
  await expect(component(other, "Ledger")).toHaveCount(1);
  await expect(other.locator(".sketch-label").filter({ hasText: "order" })).toHaveCount(1);
  await other.keyboard.press("Control+z");
  await expect(component(other, "Ledger")).toHaveCount(0);

  await page.keyboard.press("Control+d");
  await expect(component(page, "Till")).toHaveCount(2);
  await page.keyboard.press("Control+x");
  await expect(component(page, "Till")).toHaveCount(1);
  await page.keyboard.press("Control+v");
  await expect(component(page, "Till")).toHaveCount(2);
});

test("what is no part of a sketch is not pasted, and says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await begin(page);
  await addByKey(page, "Till");
  const paste = async (text: string) => {
    await page.keyboard.press("Control+c");
    await expect(heard(page)).toContainText("1 component copied");
    await page.evaluate((written) => navigator.clipboard.writeText(written), text);
    await page.keyboard.press("Control+v");
  };
  for (const text of ["a sentence", "[[[["]) {
    await paste(text);
    await expect(heard(page)).toContainText("The clipboard holds no part of a sketch");
  }
  await paste('{"format":"seamark.session/1"}');
  const sheet = page.getByRole("dialog");
  await expect(sheet.getByRole("alert")).toContainText("architecture");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(page.locator(".react-flow__node-component")).toHaveCount(1);
});

test("a boundary is drawn around the selection, and components are dragged in and out of it", async ({
  page,
}) => {
  await openCase(page);
  const host = await boxOf(boundary(page, "Container host"));
  const agent = component(page, "CI agent");
  const before = await boxOf(agent);
  const free = { x: host.x + host.width - 60, y: host.y + host.height - 30 };
  await drag(page, agent, free);
  await expect(page.getByLabel("In trust")).toHaveValue("host");
  await page.keyboard.press("Control+z");
  await expect(page.getByLabel("In trust")).toHaveValue("tenants");
  await expect.poll(async () => Math.round((await boxOf(agent)).x)).toBe(Math.round(before.x));

  await drag(page, agent, { x: host.x + host.width + 80, y: host.y + host.height - 20 });
  await expect(page.getByLabel("In trust")).toHaveValue("");

  await page.keyboard.press("b");
  await expect(heard(page)).toContainText("Boundary around CI agent");
  await page.getByLabel("Name of the trust boundary").fill("Build network");
  await expect(boundary(page, "Build network")).toBeVisible();
  const place = await boxOf(agent);
  const name = boundary(page, "Build network").locator(".sketch-boundary-name");
  const { x, y } = await boxOf(name);
  await drag(page, name, { x: x + 30, y: y + 60 });
  await expect.poll(async () => (await boxOf(agent)).y).toBeGreaterThan(place.y + 20);
  await page.getByRole("button", { name: "Take it away" }).click();
  await expect(boundary(page, "Build network")).toHaveCount(0);
  await expect(component(page, "CI agent")).toBeVisible();
});

test("components are brought in line and spread, each as one edit", async ({ page }) => {
  await begin(page);
  await addByKey(page, "One", "Two", "Three");
  const nodes = page.locator(".react-flow__node-component");
  await page.keyboard.press("Control+a");
  const ys = async () =>
    Promise.all((await nodes.all()).map(async (node) => Math.round((await boxOf(node)).y)));
  const xs = async () =>
    Promise.all((await nodes.all()).map(async (node) => Math.round((await boxOf(node)).x)));
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(async () => new Set(await ys()).size).toBe(1);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect.poll(async () => new Set(await xs()).size).toBe(1);
});

test("a frame selects what it touches, with Shift or with the tool for it", async ({ page }) => {
  await openCase(page);
  const tenants = await boxOf(boundary(page, "Tenant networks"));
  const frame = async () => {
    await page.mouse.move(tenants.x - 6, tenants.y - 6);
    await page.mouse.down();
    await page.mouse.move(tenants.x + tenants.width + 4, tenants.y + tenants.height + 4, { steps: 6 });
    await page.mouse.up();
  };
  await page.keyboard.down("Shift");
  await frame();
  await page.keyboard.up("Shift");
  await expect(page.locator(".react-flow__node-component.selected")).toHaveCount(3);
  await page.keyboard.press("Escape");
  await page.keyboard.press("v");
  await frame();
  await expect(page.locator(".react-flow__node-component.selected")).toHaveCount(3);
});

test("a layout is proposed, left, proposed again, taken, and undone", async ({ page }) => {
  await openCase(page);
  const places = async () =>
    Promise.all(
      ["CI agent", "Audit log"].map((name) => component(page, name).evaluate((node) => node.style.transform)),
    );
  const before = await places();
  await component(page, "Container daemon").click();
  for (const answer of ["Leave as it was", "Take this layout"]) {
    await page.keyboard.press("Control+Alt+l");
    const proposal = page.getByRole("dialog", { name: "Proposed layout" });
    await expect(proposal.getByRole("button", { name: "Take this layout" })).toBeFocused();
    expect(await places()).not.toEqual(before);
    await axe(page);
    await proposal.getByRole("button", { name: answer }).click();
    await expect(proposal).toBeHidden();
    if (answer === "Leave as it was") await expect.poll(places).toEqual(before);
  }
  expect(await places()).not.toEqual(before);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(places).toEqual(before);
});

test("everything is found by typing: actions, components, keys", async ({ page }) => {
  await openCase(page);
  await page.keyboard.press("Control+k");
  await expect(page.getByPlaceholder("What do you want to do?")).toBeFocused();
  await axe(page);
  await page.keyboard.type("select all");
  await page.keyboard.press("Enter");
  await expect(heard(page)).toContainText("16 components selected");
  await page.keyboard.press("Control+f");
  await expect(page.getByPlaceholder("A component or an object")).toBeFocused();
  await page.keyboard.type("host mon");
  await page.keyboard.press("Enter");
  await expect(component(page, "Host monitor")).toBeFocused();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toContainText("Draw a boundary around the selection");
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
});

test("the menu under the pointer offers what can be done there", async ({ page }) => {
  await openCase(page);
  await component(page, "Audit log").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Duplicate" }).click();
  await expect(component(page, "Audit log")).toHaveCount(2);
  await page.locator(".react-flow__pane").click({ button: "right", position: { x: 30, y: 300 } });
  await expect(page.getByRole("menuitem", { name: "Add component" })).toBeVisible();
  await page.keyboard.press("Escape");
});

test("a line drawn onto empty paper ends in a new component, and a click completes what C began", async ({
  page,
}) => {
  await begin(page);
  await addByKey(page, "Till");
  const till = component(page, "Till");
  await till.hover();
  const { x, y } = await boxOf(till);
  await drag(page, till.locator(".sketch-source"), { x: x + 60, y: y + 220 });
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type("Ledger");
  await page.keyboard.press("Enter");
  await expect(component(page, "Ledger")).toBeFocused();
  await expect(page.locator("[data-connection]")).toHaveCount(1);
  await page.keyboard.press("Control+ArrowRight");
  await expect(page.getByLabel("Name of the component")).toBeFocused();
  await page.keyboard.type("Archive");
  await page.keyboard.press("Enter");
  await expect(component(page, "Archive")).toBeFocused();
  await expect(page.locator("[data-connection]")).toHaveCount(2);
  await page.keyboard.press("c");
  await till.click();
  await expect(heard(page)).toContainText("Connected Archive to Till");
  await expect(page.locator("[data-connection]")).toHaveCount(3);
  await page.keyboard.press("Control+z");
  await expect(page.locator("[data-connection]")).toHaveCount(2);
});

test("a sketch is drawn in the outline, with the canvas hidden", async ({ page }) => {
  await begin(page);
  await page.keyboard.press("o");
  await expect(heard(page)).toContainText("The canvas is hidden");
  await expect(page.locator(".sketch-canvas")).toBeHidden();
  const outline = page.getByRole("region", { name: "Outline" });
  for (const [name, kind] of [
    ["Gate", "gateway"],
    ["Till", "service"],
  ] as const) {
    await outline.getByRole("button", { name: "Add component" }).press("Enter");
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await page.keyboard.type(name);
    await page.getByLabel("Kind", { exact: true }).selectOption(kind);
    await page.getByLabel("Name", { exact: true }).press("Enter");
    await expect(outline.getByRole("button", { name: `${name} ${kind}` })).toBeFocused();
  }
  await page.keyboard.press("c");
  await page.keyboard.type("gate");
  await page.keyboard.press("Enter");
  await expect(heard(page)).toContainText("Connected Till to Gate");
  await page.getByLabel("What travels on it").fill("order");
  await page.getByLabel("What travels on it").press("Enter");
  await expect(outline.getByRole("button", { name: "call Gate: order" })).toBeVisible();
  await outline.getByRole("button", { name: "Gate gateway" }).press("Enter");
  await page.keyboard.press("b");
  await page.getByLabel("Name of the trust boundary").fill("Edge");
  await outline.getByRole("button", { name: "Till service" }).press("Enter");
  await page.getByLabel("In trust").selectOption("Edge");
  await outline.getByRole("button", { name: "Gate gateway" }).press("Enter");
  await expect(page.getByLabel("In trust")).toHaveValue(/^boundary-/);
  await page.keyboard.press("Control+z");
  await axe(page);
  await outline.getByRole("button", { name: "Till service" }).press("Enter");
  await page.keyboard.press("o");
  await expect(component(page, "Till")).toBeVisible();
});
