import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Locator, type Page } from "@playwright/test";

const FIGURE = "/figures/mass-reconnect";
const SCHEDULES = "/figures/check-then-act";
const PAGES = ["/figures", FIGURE, "/figures/retry-storm", "/figures/failover"];

function slider(page: Page): Locator {
  return page.getByRole("slider", { name: "Read at" });
}

/** The runs have been made in the browser, so that there is something to read. */
async function takenOver(page: Page): Promise<void> {
  await expect(slider(page)).toBeEnabled();
}

/** The search for a counterexample on the side of this policy. */
function searchFor(page: Page, policy: string) {
  const button = page.getByRole("button", {
    name: new RegExp(`^(Find a counterexample|Stop the search) in “${policy}”$`),
  });
  return { button, said: page.locator(".sim-finder").filter({ has: button }).getByRole("status") };
}

function readings(page: Page): Promise<readonly string[]> {
  return page.locator(".run-value").allTextContents();
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a figure is complete", async ({ page }) => {
    await page.goto(FIGURE);
    await expect(
      page.getByRole("img", { name: "Everybody comes back at once: Full jitter", exact: true }),
    ).toBeVisible();
    await expect(page.locator(".sim-side")).toHaveCount(2);
    await expect(page.getByText("After 300 s, 12 % of 20,000 clients are back.")).toBeVisible();
    await expect(page.getByText("20,000 > 500/s × 5 s = 2,500")).toBeVisible();
    await expect(page.getByRole("row", { name: /All are back after/ })).toContainText("not in 300 s");
    await page.getByText("The runs as tables").click();
    await expect(page.getByRole("row", { name: /^30 s/ }).first()).toContainText("broken");
    await expect(page.getByRole("slider")).toHaveCount(0);
  });

  test("a schedule that breaks the invariant is there, and nothing that would look for another", async ({
    page,
  }) => {
    await page.goto(SCHEDULES);
    await expect(page.locator(".run-strip").first()).toContainText("broken");
    await expect(page.getByText("At the end: 11 of 10 admitted")).toBeVisible();
    await expect(page.getByRole("button", { name: /counterexample/ })).toHaveCount(0);
  });

  test("its strip says its state in words", async ({ page }) => {
    await page.goto(FIGURE);
    const [left, right] = await page.locator(".run-strip").all();
    await expect(left!).toContainText("broken");
    await expect(right!).toContainText("holds");
    await expect(right!).not.toContainText("broken");
  });
});

test("Arrow keys move through time, and what is read is heard", async ({ page }) => {
  await page.goto(FIGURE);
  await takenOver(page);
  expect(await readings(page)).toEqual(Array.from({ length: 10 }, () => ""));
  await slider(page).focus();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowRight");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "4 s");
  const early = await readings(page);
  await page.keyboard.press("End");
  await expect(page.locator("text.run-now").first()).toHaveText("300 s · broken");
  const late = await readings(page);
  expect(late).not.toEqual(early);
  expect(late[5]).toBe("20,000");
  await expect(page.getByRole("status").filter({ hasText: "300 s. Full jitter: back 2,450" })).toHaveCount(1);
});

test("Moving through time draws nothing anew", async ({ page }) => {
  await page.goto(FIGURE);
  await takenOver(page);
  await slider(page).focus();
  await page.keyboard.press("ArrowRight");
  await page.evaluate(() => {
    const plot = document.querySelector(".sim-sides");
    if (plot === null) throw new Error("no drawings");
    const seen: string[] = [];
    Object.assign(window, { seen });
    new MutationObserver((records) => {
      for (const { type, target } of records)
        seen.push(`${type} ${target instanceof Element ? (target.getAttribute("class") ?? "") : ""}`);
    }).observe(plot, { subtree: true, childList: true, attributes: true });
  });
  for (let i = 0; i < 20; i += 1) await page.keyboard.press("ArrowRight");
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(new Set(seen)).toEqual(new Set(["attributes run-now", "childList run-now", "childList run-value"]));
});

test("Buttons go from moment to moment", async ({ page }) => {
  await page.goto("/figures/retry-storm");
  await takenOver(page);
  await page.getByRole("button", { name: "To: capacity" }).click();
  await expect(slider(page)).toHaveValue("20");
  await page.getByRole("button", { name: "Next moment" }).click();
  await expect(slider(page)).toHaveValue("22");
  await page.getByRole("button", { name: "Previous moment" }).click();
  await expect(slider(page)).toHaveValue("20");
});

test("A finger on a drawing reads where it is", async ({ page }) => {
  await page.goto(FIGURE);
  await takenOver(page);
  const plot = page.locator(".sim-plot").first();
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + 100);
  await expect(slider(page)).toHaveValue("150");
});

test("A policy, a setting, a seed and the moment are in the address, and come back from it", async ({
  page,
}) => {
  await page.goto(FIGURE);
  await takenOver(page);
  await page.getByLabel("with", { exact: true }).selectOption("slots");
  await expect(page.locator(".sim-policy").nth(1)).toHaveText("Turns given by the server");
  await page.getByText("Settings", { exact: true }).click();
  const clients = page.getByRole("slider", { name: "Clients" });
  await clients.focus();
  await page.keyboard.press("Home");
  await expect(page.locator(".sim-summary", { hasText: "All 1,000 clients are back" })).toHaveCount(2);
  await expect(page.getByRole("status").filter({ hasText: "All 1,000 clients are back" })).toHaveCount(1);
  await page.getByRole("button", { name: "Another seed" }).click();
  await slider(page).focus();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/mass-reconnect=right:slots;settings:clients=1000;seed:8;at:3$/);
  await page.reload();
  await takenOver(page);
  await expect(page.locator(".sim-policy").nth(1)).toHaveText("Turns given by the server");
  await expect(page.locator(".sim-summary", { hasText: "All 1,000 clients are back" })).toHaveCount(2);
  await expect(slider(page)).toHaveValue("3");
  await expect(page.locator("text.run-now").first()).toHaveText("3 s · holds");

  await page.getByText("Settings", { exact: true }).click();
  await page.getByRole("button", { name: "As it was" }).click();
  await expect(page.locator(".sim-policy").nth(1)).toHaveText("Full jitter, backlog 1,000");
  await expect(page).toHaveURL(/mass-reconnect=at:3$/);
});

test("An address that the model does not know shows the figure as it was written", async ({ page }) => {
  await page.goto(`${FIGURE}?mass-reconnect=right:no-such;settings:clients=-5;at:x`);
  await takenOver(page);
  await expect(page.locator(".sim-policy").nth(1)).toHaveText("Full jitter, backlog 1,000");
});

test("Moments of lanes are told", async ({ page }) => {
  await page.goto("/figures/failover");
  await takenOver(page);
  await page.getByRole("button", { name: "To: partition" }).click();
  const told = page.locator(".sim-told").first();
  await expect(told).not.toBeEmpty();
  const before = await told.textContent();
  for (let i = 0; i < 6; i += 1) await page.getByRole("button", { name: "Next moment" }).click();
  await expect(told).not.toHaveText(before ?? "");
});

test.describe("A search for a counterexample", () => {
  test("shows the shortest schedule that breaks, says what it found, and is a link", async ({ page }) => {
    await page.goto(SCHEDULES);
    await takenOver(page);
    const drawings = page.locator(".sim-plot");
    const before = await drawings.first().innerHTML();
    const { button, said } = searchFor(page, "Read, then write");
    await button.focus();
    await page.keyboard.press("Enter");
    await expect(said).toHaveText(
      /^The invariant broke in \d+ of 1,000 schedules, first after \d+ seeds\. This is the shortest: 6 messages, seed \d+\.$/,
    );
    await expect(button).toBeFocused();
    await expect(button).toContainText("Find a counterexample");
    await expect(page).toHaveURL(/check-then-act=seed:\d+$/);
    const seed = /seed:(\d+)$/.exec(page.url())![1]!;
    await expect(said).toContainText(`seed ${seed}.`);
    await expect.poll(() => drawings.first().innerHTML()).not.toBe(before);
    await expect(page.locator(".run-strip").first()).toContainText("broken");
    const found = await drawings.allInnerTexts();

    await page.reload();
    await takenOver(page);
    expect(await drawings.allInnerTexts()).toEqual(found);
    await page.getByText("Settings", { exact: true }).click();
    await expect(page.getByText(`seed ${seed}`, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Another seed" }).click();
    await searchFor(page, "Read, then write").button.click();
    await expect(page).toHaveURL(new RegExp(`seed:${seed}$`));
  });

  test("says that it found nothing, that this is no proof, and leaves the figure as it is", async ({
    page,
  }) => {
    await page.goto(SCHEDULES);
    await takenOver(page);
    const before = await page.locator(".sim-plot").allInnerTexts();
    const { button, said } = searchFor(page, "Atomic check and set");
    await button.click();
    await expect(said).toHaveText("No schedule of 1,000 breaks it. That is not a proof: another seed may.");
    expect(await page.locator(".sim-plot").allInnerTexts()).toEqual(before);
    expect(new URL(page.url()).search).toBe("");
  });

  test("can be stopped, and is forgotten when other settings are searched", async ({ page }) => {
    await page.goto(SCHEDULES);
    await takenOver(page);
    const { button, said } = searchFor(page, "Read, then write");
    await button.evaluate((element: HTMLButtonElement) => {
      element.click();
      requestAnimationFrame(() => element.click());
    });
    await expect(said).toHaveText(/^Stopped/);
    await expect(button).toContainText("Find a counterexample");
    expect(new URL(page.url()).search).toBe("");
    await page.getByLabel("Compare", { exact: true }).selectOption("lease");
    await expect(searchFor(page, "Lock with a lease").said).toHaveText(/^Tries 1,000 seeds/);
  });

  test("is not offered for quantities over time", async ({ page }) => {
    await page.goto(FIGURE);
    await takenOver(page);
    await expect(page.getByRole("button", { name: /counterexample/ })).toHaveCount(0);
  });
});

for (const path of PAGES) {
  test(`${path} passes the accessibility rules by day and by night, and does not scroll sideways`, async ({
    page,
  }) => {
    const errors: string[] = [];
    page.on("pageerror", ({ message }) => errors.push(message));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      if (path !== "/figures") {
        await takenOver(page);
        const folds = page.getByRole("main").locator("details > summary");
        for (const fold of await folds.all()) await fold.click();
        await slider(page).fill("20");
      }
      const { violations } = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${colorScheme} ${id} ${nodes.map(({ html }) => html).join(" ")}`),
      ).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 700 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    expect(errors).toEqual([]);
  });
}

for (const path of [FIGURE, SCHEDULES]) {
  test(`Nothing moves on ${path} when the controls arrive, or when a search has found something`, async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(path);
    await takenOver(page);
    for (const finder of await page.locator(".sim-finder").all()) {
      await finder.getByRole("button").click();
      await expect(finder.getByRole("status")).toHaveText(/ 1,000 (schedules,|breaks it)/);
    }
    const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.01);
  });
}
