import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PlainText } from "#core/series/text-entry.ts";
import { PROJECT, type Site } from "./serve-site.ts";

export interface Article {
  readonly slug: string;
  readonly title: string;
  readonly dek: string;
  readonly plain: PlainText;
}

const FUMADOCS = "16.15.11";
const NEXTRA = "4.6.1";

/** The least that Next sends: one page, with nothing on it, of the version and the options of the product. */
export function emptySite(): Site {
  return {
    packages: null,
    path: "/",
    files: {
      "next.config.mjs": `export default { cacheComponents: true, partialPrefetching: true, agentRules: false, turbopack: { root: ${JSON.stringify(PROJECT)} } };\n`,
      "app/layout.jsx": `export const metadata = { title: "An empty page", description: "Nothing but one line." };
export default function Layout({ children }) {
  return <html lang="en"><body><main>{children}</main></body></html>;
}\n`,
      "app/page.jsx": `export default function Page() { return <p>Nothing but one line.</p>; }\n`,
      "app/icon.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>\n`,
    },
  };
}

const rooted = "turbopack: { root: import.meta.dirname }, agentRules: false";

/** The article in Fumadocs as its own template sets it up, without the font that the template fetches. */
export function fumadocsSite({ slug, title, dek, plain }: Article): Site {
  return {
    packages: {
      dependencies: {
        ...sameAsProduct(),
        "fumadocs-core": FUMADOCS,
        "fumadocs-mdx": "15.4.3",
        "fumadocs-ui": `npm:@fumadocs/base-ui@${FUMADOCS}`,
        "lucide-react": "1.43.0",
        "@tailwindcss/postcss": "4.3.5",
        "@types/mdx": "2.0.14",
        "@types/node": "24.19.2",
        "@types/react": "19.3.0",
        tailwindcss: "4.3.5",
        typescript: "6.0.3",
      },
    },
    path: `/docs/${slug}`,
    files: {
      "next.config.mjs": `import { createMDX } from "fumadocs-mdx/next";
export default createMDX()({ reactStrictMode: true, ${rooted} });\n`,
      "postcss.config.mjs": `export default { plugins: { "@tailwindcss/postcss": {} } };\n`,
      "tsconfig.json": JSON.stringify({
        compilerOptions: { jsx: "react-jsx", paths: { "@/*": ["./*"] }, moduleResolution: "bundler" },
      }),
      "app/global.css": `@import "tailwindcss";
@import "fumadocs-ui/css/neutral.css";
@import "fumadocs-ui/css/preset.css";\n`,
      "app/layout.jsx": `import { RootProvider } from "fumadocs-ui/provider/next";
import "./global.css";
export default function Layout({ children }) {
  return <html lang="en" suppressHydrationWarning><body className="flex flex-col min-h-screen"><RootProvider>{children}</RootProvider></body></html>;
}\n`,
      "app/docs/layout.jsx": `import { source } from "@/lib/source";
import { DocsLayout } from "fumadocs-ui/layouts/docs";
export default function Layout({ children }) {
  return <DocsLayout tree={source.getPageTree()} nav={{ title: "Documentation" }}>{children}</DocsLayout>;
}\n`,
      "app/docs/[[...slug]]/page.jsx": `import { source } from "@/lib/source";
import { DocsBody, DocsDescription, DocsPage, DocsTitle } from "fumadocs-ui/layouts/docs/page";
import components from "fumadocs-ui/mdx";
export default async function Page({ params }) {
  const { data: { body: Body, toc, full, title, description } } = source.getPage((await params).slug);
  return <DocsPage toc={toc} full={full}><DocsTitle>{title}</DocsTitle><DocsDescription>{description}</DocsDescription><DocsBody><Body components={components} /></DocsBody></DocsPage>;
}
export const generateStaticParams = () => source.generateParams();
export async function generateMetadata({ params }) {
  const { data: { title, description } } = source.getPage((await params).slug);
  return { title, description };
}\n`,
      "lib/source.ts": `import { loader } from "fumadocs-core/source";
import { metaSchema, pageSchema } from "fumadocs-core/source/schema";
import { defineDocs } from "fumadocs-mdx/macro";
const docs = defineDocs({ dir: "content/docs", docs: { schema: pageSchema }, meta: { schema: metaSchema } });
export const source = loader({ baseUrl: "/docs", source: docs.toFumadocsSource() });\n`,
      [`content/docs/${slug}.md`]: `${frontMatter(title, dek)}${plain.markdown}`,
    },
  };
}

/** The article in Nextra with its theme for documentation. */
export function nextraSite({ slug, title, dek, plain }: Article): Site {
  return {
    packages: {
      dependencies: { ...sameAsProduct(), nextra: NEXTRA, "nextra-theme-docs": NEXTRA },
      // Its layout does not pass its own schema in later ones (nextra issue 5008).
      overrides: { zod: "4.3.6" },
    },
    path: `/${slug}`,
    files: {
      "next.config.mjs": `import nextra from "nextra";
export default nextra({})({ reactStrictMode: true, ${rooted} });\n`,
      "mdx-components.js": `import { useMDXComponents as themed } from "nextra-theme-docs";
export const useMDXComponents = (components) => ({ ...themed(), ...components });\n`,
      "app/layout.jsx": `import { Layout, Navbar } from "nextra-theme-docs";
import { Head } from "nextra/components";
import { getPageMap } from "nextra/page-map";
import "nextra-theme-docs/style.css";
export default async function RootLayout({ children }) {
  return <html lang="en" dir="ltr" suppressHydrationWarning><Head /><body><Layout navbar={<Navbar logo={<b>Documentation</b>} />} pageMap={await getPageMap()}>{children}</Layout></body></html>;
}\n`,
      "app/[[...mdxPath]]/page.jsx": `import { generateStaticParamsFor, importPage } from "nextra/pages";
import { useMDXComponents } from "../../mdx-components";
export const generateStaticParams = generateStaticParamsFor("mdxPath");
export async function generateMetadata({ params }) {
  return (await importPage((await params).mdxPath)).metadata;
}
const Wrapper = useMDXComponents().wrapper;
export default async function Page({ params }) {
  const { default: Body, toc, metadata, sourceCode } = await importPage((await params).mdxPath);
  return <Wrapper toc={toc} metadata={metadata} sourceCode={sourceCode}><Body /></Wrapper>;
}\n`,
      [`content/${slug}.md`]: `${frontMatter(title, dek)}# ${title}\n\n${plain.markdown}`,
    },
  };
}

/** The peers stand on the very Next and React that the product stands on. */
function sameAsProduct(): Readonly<Record<string, string>> {
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return Object.fromEntries(["next", "react", "react-dom"].map((name) => [name, dependencies[name] ?? ""]));
}

function frontMatter(title: string, description: string): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(description)}\n---\n\n`;
}
