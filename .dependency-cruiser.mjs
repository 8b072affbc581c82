/**
 * Who may import whom (docs/architecture.md has the picture).
 * In core an area may import the areas named here, itself, and the two files at the root of core.
 */
const CORE_AREAS = {
  access: [],
  delivery: [],
  architecture: [],
  fit: ["architecture"],
  diagnosis: ["architecture", "fit"],
  mechanisms: ["architecture", "diagnosis"],
  document: ["architecture", "fit", "diagram"],
  diagram: ["architecture"],
  simulation: ["diagram"],
  series: ["architecture"],
  intake: ["architecture", "fit"],
  triage: ["architecture", "fit", "intake"],
  interchange: ["architecture", "document"],
  evaluation: ["architecture", "diagnosis", "simulation"],
  report: ["architecture", "fit", "diagnosis", "document", "diagram", "interchange"],
  engagements: ["intake", "report"],
};

const coreAreaRules = Object.entries(CORE_AREAS).map(([area, allowed]) => ({
  name: `core-${area}-looks-down-only`,
  severity: "error",
  from: { path: `^core/${area}/` },
  to: { path: "^core/[^/]+/", pathNot: `^core/(${[area, ...allowed].join("|")})/` },
}));

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "core-is-pure",
      severity: "error",
      comment:
        "core/ must run in a browser, a worker or a test with nothing mocked. Move IO to server/, UI to components/.",
      from: { path: "^core/", pathNot: "^core/(interchange/|simulation/draw-)" },
      to: { pathNot: ["^core/", "^node_modules/zod/"] },
    },
    {
      name: "interchange-uses-pure-parsers-only",
      severity: "error",
      from: { path: "^core/interchange/" },
      to: { pathNot: ["^core/", "^node_modules/(zod|yaml|fflate|fast-xml-parser)/"] },
    },
    {
      name: "drawings-of-runs-use-scales-only",
      severity: "error",
      from: { path: "^core/simulation/draw-" },
      to: { pathNot: ["^core/", "^node_modules/(@types/)?d3-scale/"] },
    },
    {
      name: "core-parses-in-schema-files",
      severity: "error",
      comment:
        "Unknown input becomes a typed value once, in a *.schema.ts file. Everything behind it receives parsed types.",
      from: { path: "^core/", pathNot: "\\.schema\\.ts$" },
      to: { path: "^node_modules/zod/" },
    },
    ...coreAreaRules,
    {
      name: "live-is-isomorphic",
      severity: "error",
      comment: "live/ is loaded by browser and server alike.",
      from: { path: "^live/" },
      to: { pathNot: ["^(core|live)/", "^node_modules/(yjs|lib0)/"] },
    },
    {
      name: "report-files-are-made-anywhere",
      severity: "error",
      comment: "reports/ is loaded by a worker of the browser and by the command line alike.",
      from: { path: "^reports/" },
      to: {
        pathNot: [
          "^(core|reports)/",
          "^node_modules/(@react-pdf|@resvg|@noble/hashes|pdfkit|docx|fflate|fast-xml-parser)/",
        ],
      },
    },
    {
      name: "components-reach-no-server",
      severity: "error",
      comment: "Not even through another module: pages pass data and actions down as props.",
      from: { path: "^(components|live|reports)/" },
      to: { path: "^(app|prisma|server)/", reachable: true },
    },
    {
      name: "features-do-not-import-features",
      severity: "error",
      comment: "Compose features in app/. Shared UI goes to components/ui, shared logic to core/.",
      from: { path: "^components/(?!ui/)([^/]+)/" },
      to: { path: "^components/(?!ui/)([^/]+)/", pathNot: "^components/$1/" },
    },
    {
      name: "ui-kit-knows-no-domain",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(core|live|reports|components/(?!ui/))" },
    },
    {
      name: "server-is-headless",
      severity: "error",
      from: { path: "^server/" },
      to: { path: "^(app|components)/|^node_modules/(react|react-dom|@xyflow)/" },
    },
    {
      name: "prisma-only-in-db-and-repositories",
      severity: "error",
      comment: "A service that needs a query needs a repository function with a name.",
      from: { pathNot: "^(server/(db|repositories)/|prisma/|scripts/|tests/)" },
      to: { path: "^server/db/generated/|^node_modules/(@prisma|prisma)/" },
    },
    {
      name: "app-uses-services-not-repositories",
      severity: "error",
      comment: "Authorization lives in services; skipping them skips it.",
      from: { path: "^app/" },
      to: { path: "^server/(repositories|db)/" },
    },
    {
      name: "nobody-imports-app",
      severity: "error",
      comment: "app/ composes; nothing is composed of it.",
      from: { pathNot: "^(app|tests)/" },
      to: { path: "^app/" },
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nobody-imports-tests",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
    {
      name: "no-dev-dependency-in-production",
      severity: "error",
      from: { path: "^(app|components|core|live|reports|server)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    {
      name: "no-unresolvable",
      severity: "error",
      comment: "A mistyped path would otherwise pass every rule above unnoticed.",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "^node_modules|^server/db/generated/" },
    exclude: { path: "^(\\.next|\\.data|coverage)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
