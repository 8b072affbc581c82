import { test as base, type ConsoleMessage } from "@playwright/test";

export { expect } from "@playwright/test";

interface Options {
  /** What a test expects on the console, such as the browser's own message about a 404. */
  readonly expectedOnConsole: RegExp;
}

/** Where no script may run, as in the frames of mails and of previews, those of the tests are refused as well. */
const OWN_SCRIPTS = "Blocked script execution in 'about:srcdoc'";

/**
 * Playwright's test, failing on anything the page reports: console errors and warnings, exceptions, and violations
 * of the content security policy (which browsers report on the console).
 */
export const test = base.extend<Options>({
  expectedOnConsole: [/(?!)/, { option: true }],
  page: async ({ page, expectedOnConsole }, use) => {
    const reports: string[] = [];
    page.on("console", (message: ConsoleMessage) => {
      if (!["error", "warning"].includes(message.type())) return;
      reports.push(`${message.type()} at ${message.location().url}: ${message.text()}`);
    });
    page.on("pageerror", (error) => reports.push(`exception: ${error.message}`));
    await use(page);
    const isExpected = (report: string) => report.includes(OWN_SCRIPTS) || expectedOnConsole.test(report);
    const unexpected = reports.filter((report) => !isExpected(report));
    base.expect(unexpected, "the page reported problems").toEqual([]);
  },
});
