import type { ReactNode } from "react";
import { SiteFooter } from "#components/site/site-footer.tsx";
import { SiteHeader } from "#components/site/site-header.tsx";
import { preloadFaces } from "../preload-faces.ts";

export default function SiteLayout({ children }: { readonly children: ReactNode }) {
  preloadFaces();
  return (
    <>
      <SiteHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
