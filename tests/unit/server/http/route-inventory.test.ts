import { readFile, readdir } from "node:fs/promises";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { POLICY } from "#core/access/policy.ts";
import { ROUTES, type Route } from "#server/http/route-inventory.ts";
import { FORMS } from "#server/http/receive-forms.ts";

const APP = resolve(import.meta.dirname, "../../../../app");
const FILES_OF_NEXT: Readonly<Record<string, string>> = {
  "robots.ts": "robots.txt",
  "sitemap.ts": "sitemap.xml",
  "icon.svg": "icon.svg",
};

interface Found {
  readonly path: string;
  readonly kind: string;
  readonly methods: readonly string[];
}

/** Everything in app/ that answers at an address. */
async function findRoutes(): Promise<Found[]> {
  const files = await readdir(APP, { recursive: true });
  const found = await Promise.all(files.map(describeFile));
  return found.filter((route) => route !== undefined);
}

async function describeFile(file: string): Promise<Found | undefined> {
  const segments = file.split("/").filter((segment) => !/^\(.*\)$/.test(segment));
  const name = segments.pop() ?? "";
  const path = `/${segments.join("/")}`;
  if (name === "page.tsx") return { path, kind: "page", methods: ["GET"] };
  if (name === "route.ts")
    return { path, kind: "handler", methods: methodsOf(await readFile(resolve(APP, file), "utf8")) };
  const made = FILES_OF_NEXT[name];
  return made === undefined ? undefined : { path: `/${made}`, kind: "handler", methods: ["GET"] };
}

function methodsOf(source: string): string[] {
  const declared = source.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm);
  const passedOn = source.matchAll(/\bas (GET|POST|PUT|PATCH|DELETE)\b/g);
  return [...declared, ...passedOn].map(([, method = ""]) => method).sort();
}

const keyOf = ({ path, kind, methods }: Found): string => `${kind} ${path} ${[...methods].sort().join(",")}`;
const actionOf = ({ path, action }: { readonly path: string; readonly action: string }): string =>
  `${path} ${action}`;

test("the inventory lists every page and handler of app/, and nothing else", async () => {
  const listed = ROUTES.filter(({ kind }) => kind !== "form");
  expect(listed.map(keyOf).sort()).toEqual((await findRoutes()).map(keyOf).sort());
});

test("it lists every form with every action it takes", () => {
  const listed = ROUTES.filter(({ kind }) => kind === "form").map(actionOf);
  expect(listed.sort()).toEqual([...new Set(FORMS.map(actionOf))].sort());
});

test("there is no server action, which would be a way in without an address", async () => {
  const files = await readdir(APP, { recursive: true });
  const sources = files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFile(resolve(APP, file), "utf8"));
  for (const source of await Promise.all(sources)) expect(source).not.toMatch(/^\s*["']use server["']/m);
});

function describeRoute({ path, kind, methods, action }: Route): string {
  const rule: "anybody" | readonly string[] = POLICY[action];
  const who = typeof rule === "string" ? rule : rule.join(", ");
  return `| ${kind} | \`${path}\` | ${methods.join(", ")} | \`${action}\` | ${who} |`;
}

test("the documentation has the same table (run with -u to write it)", async () => {
  const rows = ROUTES.map(describeRoute);
  const text = `# Every way in

Written by tests/unit/server/http/route-inventory.test.ts from server/http/route-inventory.ts. \`page\` is a page, \`form\` a page's
form as it is sent without scripts, \`handler\` everything else. Actions are those of core/access/policy.ts. What a role may do to
one document, team or person is decided by the service that knows it.

| kind | address | methods | action | who |
| ---- | ------- | ------- | ------ | --- |
${rows.join("\n")}
`;
  await expect(text).toMatchFileSnapshot(resolve(APP, "../docs/routes.md"));
});
