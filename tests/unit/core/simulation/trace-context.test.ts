import { describe, expect, test } from "vitest";
import {
  baggageValue,
  readTraceparent,
  truncateBaggage,
  writeTraceparent,
} from "#core/simulation/trace-context.ts";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const PARENT = "b7ad6b7169203331";
const CONTEXT = { traceId: TRACE, parentId: PARENT };

describe("a traceparent", () => {
  test.each([false, true])("of version 00 is read by everybody (%s)", (knowsLaterVersions) => {
    expect(readTraceparent(`00-${TRACE}-${PARENT}-01`, knowsLaterVersions)).toEqual(CONTEXT);
  });

  test.each([
    ["of a later version", `01-${TRACE}-${PARENT}-01`],
    ["of a later version with more behind it", `cc-${TRACE}-${PARENT}-01-what-comes-later`],
  ])("%s is read only by who knows that there are later versions", (_, header) => {
    expect(readTraceparent(header, true)).toEqual(CONTEXT);
    expect(readTraceparent(header, false)).toBeNull();
  });

  test.each([
    ["of version ff", `ff-${TRACE}-${PARENT}-01`],
    ["of zeros as trace id", `00-${"0".repeat(32)}-${PARENT}-01`],
    ["of zeros as parent", `00-${TRACE}-${"0".repeat(16)}-01`],
    ["in upper case", `00-${TRACE.toUpperCase()}-${PARENT}-01`],
    ["of version 00 with more behind it", `00-${TRACE}-${PARENT}-01-more`],
    ["of a later version with more behind no dash", `01-${TRACE}-${PARENT}-01more`],
    ["that is too short", `01-${TRACE}-${PARENT}`],
  ])("%s is none", (_, header) => {
    expect(readTraceparent(header, true)).toBeNull();
  });

  test.each(["00", "01", "42"])("of version %s is read as it was written", (version) => {
    expect(readTraceparent(writeTraceparent(version, CONTEXT), true)).toEqual(CONTEXT);
  });
});

describe("a baggage", () => {
  const members = ["plan=trial", "customer=c17", "region=eu"];

  test.each([
    [0, []],
    [9, []],
    [10, ["plan=trial"]],
    [22, ["plan=trial"]],
    [23, ["plan=trial", "customer=c17"]],
    [33, members],
  ])("that may have %i characters keeps whole members from the first on", (limit, kept) => {
    expect(truncateBaggage(members, limit)).toEqual(kept);
  });

  test("has the values of the members that it kept", () => {
    expect(baggageValue(members, "customer")).toBe("c17");
    expect(baggageValue(["customers=all"], "customer")).toBeNull();
  });
});
