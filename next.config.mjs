import { HTML_LIMITED_BOT_UA_RE } from "next/dist/shared/lib/router/utils/html-bots.js";

/** @type {import("next").NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: false,
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  // Besides crawlers that cannot wait for the end of a page: requests server/http/secure.ts wants rendered anew.
  htmlLimitedBots: new RegExp(`${HTML_LIMITED_BOT_UA_RE.source}|seamark-render-anew`, "i"),
  cacheMaxMemorySize: 50 * 1024 * 1024,
  // `npm run check` type-checks the whole project, tests included; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "pg", "pg-boss", "@prisma/client", "@prisma/adapter-pg"],
};
