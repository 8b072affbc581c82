import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./globals.css";
import { SITE_ADDRESS } from "./site-address.ts";

export const metadata: Metadata = {
  metadataBase: new URL(SITE_ADDRESS),
  alternates: {
    types: {
      "application/rss+xml": [{ url: "/feed.xml", title: "Seamark: cases" }],
      "application/atom+xml": "/atom.xml",
      "application/feed+json": "/feed.json",
    },
  },
  title: { default: "Seamark", template: "%s · Seamark" },
  description:
    "Production systems fail at seams: places where two healthy components must agree on something that nobody wrote down.",
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbfaf5" },
    { media: "(prefers-color-scheme: dark)", color: "#0c151b" },
  ],
};

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
