import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { parseArchitecture } from "#core/architecture/parse-architecture.ts";
import { TEMPLATES } from "#core/architecture/templates/catalogue.ts";
import type { SituationState } from "#core/triage/states.ts";
import { expect, test } from "#tests/support/browser.ts";
import { e2eDatabase, signInAs } from "#tests/support/e2e-accounts.ts";
import { valueOf } from "#tests/support/value-of.ts";
import { HOSTILE_TEXTS } from "#tests/support/hostile-texts.ts";

interface Given {
  readonly failing?: string;
  readonly works?: string;
  readonly tried?: string;
  readonly name?: string;
  readonly system?: string;
  readonly email?: string | null;
  readonly state?: SituationState;
  readonly receivedAt?: Date;
  readonly sketch?: object;
}

const newReference = (): string =>
  (randomUUID() + randomUUID())
    .replaceAll("-", "")
    .toUpperCase()
    .slice(0, 28)
    .replaceAll(/(.{4})(?!$)/g, "$1-");

async function sentIn(given: Given = {}) {
  const id = randomUUID();
  const { failing = "Large uploads fail while every dashboard stays green.", works = "", tried = "" } = given;
  const { name = "Ada", system = "Claims portal", email = "ada@example.org", state = "new" } = given;
  const reference = newReference();
  await e2eDatabase().situation.create({
    data: {
      ...{
        id,
        reference,
        failing,
        works,
        tried,
        name,
        system,
        email,
        state,
        signals: ["came-back-next-door"],
      },
      ...(given.receivedAt && { receivedAt: given.receivedAt }),
      ...(given.sketch && { sketch: given.sketch }),
    },
  });
  await e2eDatabase().situationEvent.create({ data: { situationId: id, kind: "received" } });
  return { id, reference };
}

/** A word that only the situations of one test have, to have the inbox for itself. */
const ownWord = (): string => `w${randomUUID().replaceAll("-", "").slice(0, 12)}`;

const list = (page: Page) => page.getByRole("region", { name: "Situations" });
const rowOf = (page: Page, id: string) => list(page).locator(`[data-situation="${id}"]`);
const states = (page: Page) => page.getByRole("group", { name: "State" });
const stateOf = async (id: string) =>
  (await e2eDatabase().situation.findUniqueOrThrow({ where: { id }, select: { state: true } })).state;

// Each of them waits for another browser, on a machine with other work to do.
test.describe.configure({ timeout: 90_000 });

test.describe("two people at one inbox", () => {
  // The browser itself reports that an act was refused.
  test.use({ expectedOnConsole: /409 \(Conflict\)/ });

  test("see what the other does, and the second to act is told who was quicker and loses nothing", async ({
    browser,
  }) => {
    const { id } = await sentIn();
    const baseURL = process.env["SEAMARK_E2E_URL"] ?? "";
    const [graces, edsgers] = await Promise.all([
      browser.newContext({ baseURL }),
      browser.newContext({ baseURL }),
    ]);
    await signInAs(graces, "staff", { name: "Grace" });
    await signInAs(edsgers, "staff", { name: "Edsger" });
    const [grace, edsger] = [await graces.newPage(), await edsgers.newPage()];
    await Promise.all([grace, edsger].map((page) => page.goto(`/console/situations/${id}`)));
    await edsger.getByLabel("Note", { exact: true }).fill("Half a thought");
    // His list is slow to come: what he decides about this one does not wait for it.
    await edsger.route(/\/api\/console\/situations(\?.*)?$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4000));
      await route.continue();
    });

    await states(grace).getByRole("button", { name: "Accepted" }).click();
    await expect(states(grace)).toContainText("accepted");
    await expect(grace.getByText("Moved to accepted.")).toBeVisible();

    // Edsger's page has not asked again yet: what he decides on is what he sees.
    await states(edsger).getByRole("button", { name: "Closed" }).click();
    const told = edsger.getByText("Grace moved this to accepted a moment ago; yours was not done.");
    await expect(told).toBeVisible();
    await expect(states(edsger).locator(".state-mark")).toHaveText("accepted");
    await expect(edsger.getByLabel("Note", { exact: true })).toHaveValue("Half a thought");
    expect(await stateOf(id)).toBe("accepted");

    // Having seen that, he may.
    await states(edsger).getByRole("button", { name: "Closed" }).click();
    await expect(told).toBeHidden();
    await expect.poll(() => stateOf(id)).toBe("closed");
    // Grace hears of it without asking.
    await expect(states(grace).locator(".state-mark")).toHaveText("closed", { timeout: 20_000 });

    await edsger.getByRole("button", { name: "Keep the note" }).click();
    await expect(edsger.getByRole("listitem").filter({ hasText: "Half a thought" })).toBeVisible();
    await expect(edsger.getByLabel("Note", { exact: true })).toHaveValue("");
    await Promise.all([graces.close(), edsgers.close()]);
  });

  test("both reply, and the visitor gets one answer while the other text stays to be read again", async ({
    browser,
  }) => {
    const { id } = await sentIn();
    const baseURL = process.env["SEAMARK_E2E_URL"] ?? "";
    const contexts = [await browser.newContext({ baseURL }), await browser.newContext({ baseURL })];
    const pages: Page[] = [];
    for (const [i, context] of contexts.entries()) {
      await signInAs(context, "staff", { name: i === 0 ? "Grace" : "Edsger" });
      const page = await context.newPage();
      await page.goto(`/console/situations/${id}`);
      await page.getByLabel("Reply", { exact: true }).fill(`Dear Ada, says number ${i}.`);
      pages.push(page);
    }
    await Promise.all(pages.map((page) => page.getByRole("button", { name: "Send the reply" }).click()));
    await expect(pages[0]!.locator("[data-kind=reply]")).toHaveCount(1);
    await expect(pages[1]!.locator("[data-kind=reply]")).toHaveCount(1);
    const told = () => Promise.all(pages.map((page) => page.getByText("yours was not done").count()));
    await expect.poll(async () => (await told()).sort()).toEqual([0, 1]);
    const left = () =>
      Promise.all(pages.map((page) => page.getByLabel("Reply", { exact: true }).inputValue()));
    await expect.poll(async () => (await left()).filter((text) => text !== "").length).toBe(1);
    const { client, where } = { client: e2eDatabase(), where: { situationId: id } };
    expect(await client.situationMessage.count({ where })).toBe(1);
    expect(await client.delivery.count({ where: { ...where, kind: "replyMail" } })).toBe(1);
    await Promise.all(contexts.map((context) => context.close()));
  });
});

test("an act that the server cannot be reached for is taken back and said", async ({ page, context }) => {
  const { id } = await sentIn();
  await signInAs(context, "staff");
  await page.goto(`/console/situations/${id}`);
  await expect(states(page).getByRole("button", { name: "Accepted" })).toBeVisible();
  await page.route("**/api/console/**", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: '{"type":"urn:seamark:problem:unavailable","title":"This could not be done just now. Try again."}',
    }),
  );
  page.removeAllListeners("console");
  await states(page).getByRole("button", { name: "Accepted" }).click();
  await expect(page.getByText("This could not be done just now.")).toBeVisible();
  await expect(states(page).locator(".state-mark")).toHaveText("new");
  await context.setOffline(true);
  await expect(page.getByText("This browser is offline.")).toBeVisible();
  await context.setOffline(false);
});

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

test("what visitors write is text and nothing else, whatever it is", async ({ page, context }) => {
  test.setTimeout(300_000);
  expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(100);
  const word = ownWord();
  const given: { readonly id: string; readonly text: string }[] = [];
  for (const text of HOSTILE_TEXTS) {
    const fields = { failing: `${word} ${text}`, works: text, tried: text, name: text, system: text };
    const { id } = await sentIn({ ...fields, email: text });
    await e2eDatabase().situationMessage.create({
      data: { id: randomUUID(), situationId: id, direction: "fromVisitor", text },
    });
    given.push({ id, text });
  }
  await signInAs(context, "staff");
  const seen = { dialogs: 0, foreign: [] as string[] };
  page.on("dialog", (dialog) => {
    seen.dialogs += 1;
    void dialog.dismiss();
  });
  const own = new URL(process.env["SEAMARK_E2E_URL"] ?? "").host;
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http") && host !== own) seen.foreign.push(request.url());
  });
  await page.goto(`/console?q=${word}`);
  for (let pages = 1; pages * 40 < given.length; pages += 1) {
    await expect(list(page).getByRole("listitem")).toHaveCount(pages * 40);
    await page.getByRole("link", { name: "Show earlier ones" }).click();
  }
  await expect(list(page).getByRole("listitem")).toHaveCount(given.length);
  for (const { id, text } of given) {
    await rowOf(page, id).click();
    const shown = page.locator(`[data-open="${id}"] .visitor-text`);
    await expect(shown.first()).toBeVisible();
    expect(await shown.nth(1).evaluate(({ textContent }) => textContent)).toBe(text);
    expect(await shown.nth(1).evaluate(({ childElementCount }) => childElementCount)).toBe(0);
  }
  // And as the server writes it, whole.
  for (const { id } of given.filter((_, i) => i % 6 === 0)) {
    await page.goto(`/console/situations/${id}`);
    await expect(page.locator("#situation")).toBeVisible();
  }
  const elements = page.locator(
    "main :is(script, iframe, object, embed, img, video, form[action*=evil], base)",
  );
  await expect(elements).toHaveCount(0);
  // Violations of the content policy fail every test by themselves (tests/support/browser.ts).
  expect(seen).toEqual({ dialogs: 0, foreign: [] });
  console.log(
    `hostile texts shown: ${given.length}, dialogs: ${seen.dialogs}, foreign requests: ${seen.foreign.length}`,
  );
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

test("the chain of the audit trail is walked, and a change in it is found", async ({ page, context }) => {
  const { id } = await sentIn();
  await signInAs(context, "owner", { name: "Barbara" });
  await page.goto(`/console/situations/${id}`);
  await states(page).getByRole("button", { name: "Accepted" }).click();
  await expect(page.getByText("Moved to accepted.")).toBeVisible();
  await page.goto(`/console/audit?subject=${id}`);
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").last()).toContainText("Barbara");
  await page.getByRole("button", { name: "Verify the chain" }).click();
  await expect(page.getByText(/The chain is whole: \d+ entr/)).toBeVisible();
  const response = await page.request.get("/api/console/audit/lines");
  const lines = (await response.text()).trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as { subjectId: string }).subjectId)).toContain(id);
});

test("nobody but staff gets an answer, and an unknown id is one that is none", async ({ browser }) => {
  const baseURL = process.env["SEAMARK_E2E_URL"] ?? "";
  const { id } = await sentIn();
  const member = await browser.newContext({ baseURL });
  await signInAs(member, "member");
  const staff = await browser.newContext({ baseURL });
  await signInAs(staff, "staff");
  const statusOf = async (context: typeof staff, path: string) => (await context.request.get(path)).status();
  const visitor = await browser.newContext({ baseURL });
  for (const path of [`/api/console/situations/${id}`, "/api/console/situations", "/api/console/audit"]) {
    expect(await statusOf(visitor, path)).toBe(401);
    expect(await statusOf(member, path)).toBe(403);
  }
  expect(await statusOf(staff, "/api/console/audit")).toBe(403);
  expect(await statusOf(staff, "/api/console/audit/lines")).toBe(403);
  for (const path of [`/console/situations/${id}`, "/console/audit"])
    expect(await statusOf(member, path)).toBe(404);
  for (const unknown of [randomUUID(), "nonsense", "%27%3B--"]) {
    expect(await statusOf(staff, `/api/console/situations/${unknown}`)).toBe(404);
    expect(await statusOf(staff, `/console/situations/${unknown}`)).toBe(404);
  }
  await Promise.all([member, staff, visitor].map((context) => context.close()));
});
