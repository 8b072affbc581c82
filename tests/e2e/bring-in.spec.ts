import { begin, bringIn, compose, sheet, title } from "#tests/support/bring-in-page.ts";
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
  }, compose.text);
  await expect(
    sheet(page).getByText("3 components, 2 connections, no boundaries", { exact: true }),
  ).toBeVisible();
  await expect(sheet(page)).toHaveAccessibleName("Bring in what was pasted");
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
