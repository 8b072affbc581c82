import type { Action } from "#core/access/policy.ts";

/** An address of the product, as its folder in app/ spells it, and who may use it how (core/access/policy.ts). */
export interface Route {
  readonly path: string;
  /** `page`: GET. `form`: POST to a page, taken in before Next. `handler`: the methods named. */
  readonly kind: "page" | "form" | "handler";
  readonly methods: readonly ("GET" | "POST" | "PUT" | "PATCH" | "DELETE")[];
  readonly action: Action;
}

const page = (action: Action, ...paths: readonly string[]): readonly Route[] =>
  paths.map((path) => ({ path, kind: "page", methods: ["GET"], action }));
const form = (action: Action, ...paths: readonly string[]): readonly Route[] =>
  paths.map((path) => ({ path, kind: "form", methods: ["POST"], action }));
const handler = (action: Action, path: string, ...methods: Route["methods"]): Route => ({
  path,
  kind: "handler",
  methods,
  action,
});

/**
 * Every way into the product. There is no server action and no socket message: upgrades are refused. A test compares this with
 * app/ and with the forms; another asks at each address as everybody.
 */
export const ROUTES: readonly Route[] = [
  ...page(
    "site.read",
    ...["/", "/cases", "/cases/[slug]", "/patterns", "/patterns/[slug]", "/mechanisms", "/mechanisms/[key]"],
    ...["/figures", "/figures/[key]", "/zones", "/method", "/essay", "/colophon", "/glossary", "/search"],
    "/workbench",
  ),
  handler("site.read", "/cases/[slug]/[file]", "GET"),
  handler("site.read", "/atom.xml", "GET"),
  handler("site.read", "/corrections.xml", "GET"),
  handler("site.read", "/feed.json", "GET"),
  handler("site.read", "/feed.xml", "GET"),
  handler("site.read", "/icon.svg", "GET"),
  handler("site.read", "/llms.txt", "GET"),
  handler("site.read", "/robots.txt", "GET"),
  handler("site.read", "/search-index.json", "GET"),
  handler("site.read", "/sitemap.xml", "GET"),
  ...page("error-report.send", "/report-an-error", "/report-an-error/received/[reference]"),
  ...form("error-report.send", "/report-an-error"),
  ...page("situation.send", "/situation", "/situation/received/[reference]"),
  ...form("situation.send", "/situation"),
  handler("situation.send", "/api/situations", "POST"),
  handler("situation.send", "/api/proof", "GET"),
  ...page("situation.follow", "/situation/mine/[token]"),
  ...form("situation.follow", "/situation/mine/[token]"),
  ...page(
    "account.enter",
    "/sign-in",
    "/forgotten",
    "/reset/[token]",
    "/invitation/[token]",
    "/setup/[token]",
  ),
  ...form(
    "account.enter",
    "/sign-in",
    "/forgotten",
    "/reset/[token]",
    "/invitation/[token]",
    "/setup/[token]",
  ),
  ...page("account.use", "/account", "/sign-out"),
  ...form("account.use", "/account", "/sign-out"),
  handler("account.use", "/api/account/export", "GET"),
  ...page("people.read", "/console/people"),
  ...form("people.manage", "/console/people"),
  ...page("team.use", "/console/teams", "/console/teams/[team]"),
  ...form("team.create", "/console/teams"),
  ...form("team.use", "/console/teams/[team]"),
  ...page("document.use", "/console/sketches"),
  ...form("document.use", "/console/sketches"),
  handler("document.use", "/api/documents", "GET"),
  handler("document.use", "/api/documents/[id]", "GET", "PUT", "DELETE"),
  handler("document.use", "/api/documents/[id]/bin", "POST"),
  handler("document.use", "/api/documents/[id]/merge", "POST"),
  handler("document.use", "/api/documents/[id]/name", "POST"),
  handler("document.use", "/api/documents/[id]/restore", "POST"),
  handler("document.use", "/api/documents/[id]/team", "POST"),
  handler("document.use", "/api/documents/[id]/updates", "POST"),
  handler("engagement.use", "/api/documents/[id]/engagement", "POST"),
  ...page("engagement.use", "/console/engagements", "/console/engagements/[id]"),
  ...form("engagement.use", "/console/engagements", "/console/engagements/[id]"),
  handler("engagement.use", "/api/engagements", "GET", "POST"),
  handler("engagement.use", "/api/engagements/[id]", "GET", "POST", "DELETE"),
  handler("engagement.use", "/api/engagements/[id]/closed", "POST"),
  handler("engagement.use", "/api/engagements/[id]/reports", "POST"),
  handler("engagement.use", "/api/engagements/[id]/reports/[report]", "GET", "DELETE"),
  handler("engagement.use", "/api/engagements/[id]/reports/[report]/session", "GET"),
  handler("engagement.use", "/api/engagements/[id]/team", "POST"),
  ...page("situation.read", "/console", "/console/situations/[id]"),
  handler("situation.read", "/api/console/situations", "GET"),
  handler("situation.read", "/api/console/situations/[id]", "GET"),
  handler("situation.triage", "/api/console/situations/[id]/assignee", "POST"),
  handler("situation.triage", "/api/console/situations/[id]/engagement", "POST"),
  handler("situation.triage", "/api/console/situations/[id]/merge", "POST"),
  handler("situation.triage", "/api/console/situations/[id]/notes", "POST"),
  handler("situation.triage", "/api/console/situations/[id]/replies", "POST"),
  handler("situation.triage", "/api/console/situations/[id]/state", "POST"),
  handler("situation.triage", "/api/console/situations/[id]/unmerge", "POST"),
  handler("situation.erase", "/api/console/situations/[id]/erase", "POST"),
  ...page("error-report.read", "/console/reports"),
  ...page("delivery.read", "/console/deliveries", "/console/deliveries/[id]"),
  handler("delivery.read", "/api/console/deliveries", "GET"),
  handler("delivery.read", "/api/console/deliveries/[id]", "GET"),
  handler("delivery.redrive", "/api/console/deliveries/redrive", "POST"),
  ...page("audit.read", "/console/audit"),
  handler("audit.read", "/api/console/audit", "GET"),
  handler("audit.read", "/api/console/audit/lines", "GET"),
  handler("audit.read", "/api/console/audit/verify", "POST"),
];
