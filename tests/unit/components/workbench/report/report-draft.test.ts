import { dayOf, draftFrom, keptOf, logoOf, readDraft } from "#components/workbench/report/report-draft.ts";
import { LARGEST_LOGO } from "#core/report/report-settings.schema.ts";
import { expect, test } from "vitest";

const TODAY = "2026-03-01";
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]);

test("a first report begins with today and whoever answers", () => {
  expect(draftFrom(undefined, TODAY, "Ada")).toEqual({
    title: "",
    client: "",
    author: "Ada",
    date: TODAY,
    confidentiality: "",
    logo: null,
    isAnonymous: false,
  });
});

test("the next report begins with what was said of the last, but for its day", () => {
  const last = {
    ...draftFrom(undefined, "2026-01-31", "Ada"),
    client: "Harbour Bank",
    author: "",
    logo: { mediaType: "image/png", bytes: PNG } as const,
    isAnonymous: true,
  };
  expect(draftFrom(keptOf(last), TODAY, "Ada")).toEqual({ ...last, date: TODAY });
});

test.each([
  null,
  "settings",
  { title: 3 },
  { client: "x".repeat(10_000) },
  { logo: { mediaType: "image/svg+xml", bytes: PNG } },
  { somethingElse: true },
])("what was kept and is no such thing is as good as nothing: %o", (kept) => {
  expect(draftFrom(kept, TODAY, "Ada")).toEqual(draftFrom(undefined, TODAY, "Ada"));
});

test("what is wrong is said of the field where it stands", () => {
  const draft = draftFrom(undefined, TODAY, "");
  expect(readDraft(draft).ok).toBe(true);
  const read = readDraft({ ...draft, date: "", client: "x".repeat(201) });
  expect(read.ok ? {} : Object.keys(read.error).toSorted()).toEqual(["client", "date"]);
});

test("a logo is known by its bytes, and refused in words", () => {
  expect(logoOf(PNG)).toEqual({ ok: true, value: { mediaType: "image/png", bytes: PNG } });
  expect(logoOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]))).toMatchObject({
    value: { mediaType: "image/jpeg" },
  });
  expect(logoOf(new TextEncoder().encode("<svg/>"))).toEqual({
    ok: false,
    error: expect.stringMatching(/PNG or JPEG/) as string,
  });
  expect(logoOf(new Uint8Array())).toMatchObject({ ok: false });
  expect(logoOf(new Uint8Array(LARGEST_LOGO + 1))).toEqual({
    ok: false,
    error: expect.stringMatching(/has 513 kB, and a logo at most 512 kB/) as string,
  });
});

test("a day is that of the clock on the wall", () => {
  expect(dayOf(new Date(2026, 2, 1, 0, 5))).toBe("2026-03-01");
  expect(dayOf(new Date(2026, 11, 31, 23, 55))).toBe("2026-12-31");
});
