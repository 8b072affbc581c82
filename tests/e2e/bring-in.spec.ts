import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "#tests/support/browser.ts";
import {
  addComponent,
  dragFiles,
  inOutline,
  openBackup,
  openSketch,
  saved,
  SAVED,
} from "#tests/support/workbench-page.ts";

const COMPOSE = `name: shop
services:
  web:
    image: nginx
    depends_on: [api]
  api:
    image: shop/api
    depends_on:
      - db
      - nowhere
  db:
    image: postgres
`;
const compose = { name: "compose.yaml", text: COMPOSE };

const sheet = (page: Page): Locator => page.getByRole("dialog", { name: /^Bring in/ });
const title = (page: Page): Locator => page.getByLabel("Title of the sketch");

async function begin(page: Page): Promise<void> {
  await page.goto("/workbench");
  await expect(page.getByText("Where does it fail")).toBeVisible();
}

async function bringIn(page: Page, { name, text }: { name: string; text: string }): Promise<void> {
  await page
    .getByLabel("File to bring in")
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
  await expect(sheet(page)).toBeVisible();
}

test("a compose file that is dropped is looked at, and becomes a sketch of its own", async ({ page }) => {
  await begin(page);
  await dragFiles(page, [compose]);
  await expect(
    sheet(page).getByText("3 components, 2 connections, no boundaries", { exact: true }),
  ).toBeVisible();
  await expect(sheet(page).getByLabel("Read as")).toHaveValue("docker-compose");
  const components = sheet(page).getByRole("region", { name: "Components" });
  await expect(components.getByRole("listitem").filter({ hasText: "service “api”" })).toContainText(
    "compose.yaml, line 6",
  );
  await expect(sheet(page).getByText("3 recognized (3 kinds guessed), 2 guessed, 1 left out.")).toBeVisible();
  const leftOut = sheet(page).getByRole("region", { name: "Left out" });
  await expect(leftOut).toContainText("nowhere");
  await sheet(page).getByRole("button", { name: "Open as a new sketch" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(title(page)).toHaveValue("shop");
  for (const name of ["web", "api", "db"]) await expect(inOutline(page, name)).toBeVisible();
  await expect(page.getByText(SAVED)).toBeVisible();
});

test("what the file names is told from what is inferred, and a guessed kind can be put right", async ({
  page,
}) => {
  await begin(page);
  await dragFiles(page, [compose]);
  const show = sheet(page).getByRole("group", { name: "Show" });
  await show.getByRole("button", { name: "Guessed 2" }).click();
  await expect(sheet(page).getByRole("region", { name: "Components" })).toBeHidden();
  const connections = sheet(page).getByRole("region", { name: "Connections" });
  await expect(connections.getByRole("listitem").first()).toContainText("A guess. “web” depends on “api”");
  await show.getByRole("button", { name: "With a guess 3" }).click();
  const api = sheet(page)
    .getByRole("region", { name: "Components" })
    .getByRole("listitem")
    .filter({ hasText: "service “api”" });
  await expect(api).toContainText("Its kind is a guess: ");
  await expect(api).not.toContainText("A guess.");
  await api.getByLabel("Kind of api").selectOption("gateway");
  await expect(api.getByLabel("Kind of api")).toHaveValue("gateway");
});

test("what comes into a sketch leaves everything where it is, once is enough, and one undo takes it out", async ({
  page,
}) => {
  await begin(page);
  await addComponent(page, "API");
  await addComponent(page, "Ledger");
  const before = await saved(page, "Save backup");
  await bringIn(page, compose);
  await expect(sheet(page).getByRole("radio", { name: /^Into/ })).toBeChecked();
  await expect(sheet(page).getByText("New: 2 components, 2 connections")).toBeVisible();
  const api = sheet(page)
    .getByRole("region", { name: "Components" })
    .getByRole("listitem")
    .filter({ hasText: "“api”" });
  await expect(api).toContainText("here already, called “API”");
  await sheet(page).getByRole("button", { name: "Bring it in" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Undo takes it out again." })).toBeVisible();
  await expect(inOutline(page, "db")).toBeVisible();
  const after = await saved(page, "Save backup");
  const places = (text: string) => (JSON.parse(text) as { positions: Record<string, unknown> }).positions;
  expect(places(after)).toMatchObject(places(before));
  await bringIn(page, compose);
  await expect(sheet(page).getByText("Everything in it is here already: nothing changes.")).toBeVisible();
  await sheet(page).getByRole("button", { name: "Bring it in" }).click();
  await expect(sheet(page)).toBeHidden();
  expect(await saved(page, "Save backup")).toBe(after);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(inOutline(page, "db")).toBeHidden();
  expect(await saved(page, "Save backup")).toBe(before);
});

test("a broken file says in which line and why, and the sketch is as it was", async ({ page }) => {
  await begin(page);
  await addComponent(page, "Ledger");
  const before = await saved(page, "Save backup");
  await dragFiles(page, [{ name: "broken.yaml", text: "services:\n  web: [\n" }]);
  const problems = sheet(page).getByRole("alert");
  await expect(problems).toContainText("It could not be read. Your sketch is as it was.");
  await expect(problems).toContainText(/broken\.yaml, line \d/);
  await expect(problems).toContainText("It is not YAML");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  expect(await saved(page, "Save backup")).toBe(before);
});

test("what is no text is refused by the line, and what is of no known format by the formats", async ({
  page,
}) => {
  await begin(page);
  await page.getByLabel("Backup file").setInputFiles({
    name: "latin.yaml",
    mimeType: "text/yaml",
    buffer: Buffer.from([...Buffer.from("services:\n  caf"), 0xe9, 0x0a]),
  });
  await expect(sheet(page).getByRole("alert")).toContainText("latin.yaml, line 2");
  await expect(sheet(page).getByRole("alert")).toContainText("UTF-8");
  await page.keyboard.press("Escape");
  await dragFiles(page, [{ name: "novel.txt", text: "Call me Ishmael." }]);
  await expect(sheet(page).getByRole("alert")).toContainText("It is of no format that is read here");
  await sheet(page).getByLabel("Read as").selectOption("docker-compose");
  await expect(sheet(page).getByRole("alert")).toContainText("novel.txt");
});

test("a compose file that is pasted is looked at as well", async ({ page }) => {
  await begin(page);
  await addComponent(page, "Ledger");
  await page.evaluate((text) => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
  }, COMPOSE);
  await expect(
    sheet(page).getByText("3 components, 2 connections, no boundaries", { exact: true }),
  ).toBeVisible();
  await expect(sheet(page)).toHaveAccessibleName("Bring in what was pasted");
});

test("the keyboard alone brings a file in, narrows what is in it, and comes back to the sketch", async ({
  page,
}) => {
  await begin(page);
  await addComponent(page, "Ledger");
  const file = page.getByRole("button", { name: "File", exact: true });
  await file.focus();
  const chooser = page.waitForEvent("filechooser");
  await file.press("Enter");
  const item = page.getByRole("menuitem", { name: "Bring in…" });
  await expect(item).toBeVisible();
  await page.keyboard.press("ArrowDown");
  while (!(await item.evaluate((one) => one === document.activeElement)))
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await (
    await chooser
  ).setFiles({ name: "compose.yaml", mimeType: "text/yaml", buffer: Buffer.from(COMPOSE) });
  await expect(sheet(page).getByRole("radio", { name: /^Into/ })).toBeChecked();
  await sheet(page).getByPlaceholder("A name, a file, a line").focus();
  await page.keyboard.type("db");
  await expect(sheet(page).getByRole("region", { name: "Components" }).getByRole("listitem")).toHaveCount(1);
  await sheet(page).getByRole("button", { name: "Bring it in" }).press("Enter");
  await expect(sheet(page)).toBeHidden();
  await expect(inOutline(page, "web")).toBeVisible();
});

test("what was read is heard, and whoever chooses another format stays at the choice", async ({ page }) => {
  await begin(page);
  await bringIn(page, compose);
  await expect(
    sheet(page).getByRole("status").filter({ hasText: "Read: 3 components, 2 connections, no boundaries." }),
  ).toBeAttached();
  const format = sheet(page).getByLabel("Read as");
  await format.focus();
  await format.selectOption("mermaid");
  await expect(sheet(page).getByRole("alert")).toContainText("It could not be read.");
  await expect(format).toBeFocused();
  await expect(format).toHaveValue("mermaid");
  await format.selectOption("docker-compose");
  await expect(sheet(page).getByRole("button", { name: "Open as a new sketch" })).toBeVisible();
  await expect(format).toBeFocused();
});

test("a file without anything for a sketch says so, and so does a list that was narrowed to nothing", async ({
  page,
}) => {
  await begin(page);
  await bringIn(page, { name: "none.yaml", text: "services: {}\n" });
  await expect(sheet(page).getByText("Nothing in it has a place on a sketch.")).toBeVisible();
  await expect(sheet(page).getByText("What is in it")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await bringIn(page, compose);
  await sheet(page).getByPlaceholder("A name, a file, a line").fill("harbour");
  await expect(sheet(page).getByText("Nothing in it has “harbour”")).toBeVisible();
});

test("whoever opens a new sketch with the keyboard is back at the menu, above that sketch", async ({
  page,
}) => {
  await begin(page);
  await bringIn(page, compose);
  await sheet(page).getByRole("button", { name: "Open as a new sketch" }).press("Enter");
  await expect(sheet(page)).toBeHidden();
  await expect(title(page)).toHaveValue("shop");
  await expect(page.getByRole("button", { name: "File", exact: true })).toBeFocused();
});

test("backups open at once, as ever", async ({ page }) => {
  await begin(page);
  await addComponent(page, "Ledger");
  const text = (await saved(page, "Save backup")).replaceAll("Ledger", "Journal");
  await openBackup(page, text);
  await expect(inOutline(page, "Journal")).toBeVisible();
  await expect(sheet(page)).toBeHidden();
  await openSketch(page, /Untitled/);
});

test("what a file suggests stands beside the question, and one press makes it an answer", async ({
  page,
}) => {
  await begin(page);
  await addComponent(page, "web");
  const backup = JSON.parse(await saved(page, "Save backup")) as {
    architecture: { title: string; components: { facts: object }[] };
  };
  const [web] = backup.architecture.components;
  if (web === undefined) throw new Error("There is no component.");
  web.facts = {
    scale: [
      {
        value: "few",
        by: "compose.yaml",
        at: "2026-03-01T10:00:00.000Z",
        evidence: "deploy.replicas is 3 (line 4)",
        guessed: true,
      },
    ],
  };
  backup.architecture.title = "With a guess";
  await openBackup(page, JSON.stringify(backup));
  await expect(title(page)).toHaveValue("With a guess");
  await inOutline(page, "web").click();
  await page.getByText("What is known").click();
  const known = page.getByRole("region", { name: "Outline" });
  await expect(known.getByText("deploy.replicas is 3 (line 4)")).toBeVisible();
  await known.getByRole("button", { name: /^Yes, it is so/ }).click();
  await expect(page.getByRole("button", { name: /^Yes, it is so/ })).toHaveCount(0);
  const after = await saved(page, "Save backup");
  expect(after).toContain("compose.yaml: deploy.replicas is 3 (line 4)");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("the sheet has nothing that axe objects to", async ({ page }) => {
      await begin(page);
      await addComponent(page, "api");
      await bringIn(page, compose);
      await expect(
        sheet(page).getByText("3 components, 2 connections, no boundaries", { exact: true }),
      ).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.screenshot({ path: `test-results/bring-in-${colorScheme}.png` });
    });
  });
}

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("the sheet takes the whole screen and nothing is cut off", async ({ page }) => {
    await begin(page);
    await dragFiles(page, [compose]);
    await expect(
      sheet(page).getByText("3 components, 2 connections, no boundaries", { exact: true }),
    ).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    const inner = sheet(page).locator("> div");
    expect(await inner.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    await page.screenshot({ path: "test-results/bring-in-320.png" });
  });
});
