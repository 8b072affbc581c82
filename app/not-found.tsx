import type { Metadata } from "next";
import { NotOnChart } from "#components/site/not-on-chart.tsx";
import { SiteFooter } from "#components/site/site-footer.tsx";
import { SiteHeader } from "#components/site/site-header.tsx";

export const metadata: Metadata = { title: "Not on this chart" };

export default function NotFound() {
  return (
    <>
      <SiteHeader />
      <main id="main" tabIndex={-1} className="outline-none">
        <NotOnChart />
      </main>
      <SiteFooter />
    </>
  );
}
