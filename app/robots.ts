import type { MetadataRoute } from "next";
import { SITE_ADDRESS } from "./site-address.ts";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      // Every part of every text leads to the form with a query of its own.
      disallow: [
        "/api/",
        "/situation/received/",
        "/situation/mine/",
        "/report-an-error?",
        "/report-an-error/received/",
      ],
    },
    sitemap: `${SITE_ADDRESS}/sitemap.xml`,
  };
}
