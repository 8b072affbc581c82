import type { Metadata } from "next";
import { NotOnChart } from "#components/site/not-on-chart.tsx";

export const metadata: Metadata = { title: "Not on this chart" };

/** Inside the layout of the site, which has the header and the footer already. */
export default function SiteNotFound() {
  return <NotOnChart />;
}
