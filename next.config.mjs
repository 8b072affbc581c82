/** @type {import("next").NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: false,
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  cacheMaxMemorySize: 50 * 1024 * 1024,
  // `npm run check` type-checks the whole project, tests included; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino", "pg", "pg-boss", "@prisma/client", "@prisma/adapter-pg"],
};
