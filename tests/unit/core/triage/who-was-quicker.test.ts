import { describe, expect, test } from "vitest";
import type { SituationHappening } from "#core/triage/situation-view.ts";
import { whoWasQuicker } from "#core/triage/who-was-quicker.ts";

const grace = { id: "grace", name: "Grace" };
const me = { id: "me", name: "Edsger" };
const told = (...events: readonly (readonly [kind: string, by: SituationHappening["by"]])[]) =>
  events.map(([kind, by], i) => ({ id: String(i), kind, by, at: "2026-11-21T12:00:00.000Z" }));

describe("whoWasQuicker", () => {
  test("names the newest act of somebody else since what was seen", () => {
    const events = told(["received", null], ["moved-to-accepted", grace], ["noted", grace], ["noted", me]);
    expect(whoWasQuicker(events, "0", "me")).toBe(
      "Grace moved this to accepted a moment ago; yours was not done.",
    );
  });

  test("names the visitor, who has no account", () => {
    const events = told(["received", null], ["withdrawn", null]);
    expect(whoWasQuicker(events, "0", "me")).toMatch(/^The visitor withdrew this a moment ago;/);
  });

  test("blames nobody where nothing of others is to be seen", () => {
    const events = told(["received", null], ["assigned", me]);
    expect(whoWasQuicker(events, "0", "me")).toMatch(/^Somebody changed this/);
  });

  test("takes the last one where nothing is known of what was seen", () => {
    const events = told(["received", null], ["assigned", grace]);
    expect(whoWasQuicker(events, undefined, "me")).toMatch(/^Grace assigned this/);
  });
});
