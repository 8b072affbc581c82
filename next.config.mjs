import { readFileSync } from "node:fs";
import { HTML_LIMITED_BOT_UA_RE } from "next/dist/shared/lib/router/utils/html-bots.js";

/** @type {Record<string, { id?: string; slug: string }[]>} */
const texts = JSON.parse(readFileSync(new URL("content/generated/addresses.json", import.meta.url), "utf8"));
const numbered = ["cases", "patterns"];

/** @type {import("next").NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  typedRoutes: false,
  poweredByHeader: false,
  // server/http/compress.ts does, with brotli.
  compress: false,
  reactStrictMode: true,
  agentRules: false,
  // Besides crawlers that cannot wait for the end of a page: requests server/http/secure.ts wants rendered anew.
  htmlLimitedBots: new RegExp(`${HTML_LIMITED_BOT_UA_RE.source}|seamark-render-anew`, "i"),
  // `notFound()` in a page leaves its body to scripts. An address that names no route is a whole page without them.
  rewrites: async () => ({
    beforeFiles: Object.entries(texts)
      .filter(([folder]) => numbered.includes(folder))
      .map(([folder, known]) => ({
        source: `/${folder}/:slug((?!(?:${known.map(({ slug }) => slug).join("|")})$)[^/]+)`,
        destination: "/not-on-the-chart",
      })),
  }),
  // The address with the number is the permanent one.
  redirects: async () =>
    numbered.flatMap((folder) =>
      texts[folder].map(({ id, slug }) => ({
        source: `/${folder}/${id}`,
        destination: `/${folder}/${slug}`,
        permanent: true,
      })),
    ),
  cacheMaxMemorySize: 50 * 1024 * 1024,
  // `npm run check` type-checks the whole project, tests included; the build need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    "pino",
    "pg",
    "pg-boss",
    "@prisma/client",
    "@prisma/adapter-pg",
    "@citation-js/core",
    "@better-auth/prisma-adapter",
    "@redis/client",
    "altcha-lib",
    "better-auth",
    "nodemailer",
  ],
};
