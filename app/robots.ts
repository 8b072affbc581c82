import type { MetadataRoute } from "next";
import { SITE_ADDRESS } from "./site-address.ts";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: ["/api/", "/situation/received/"] },
    sitemap: `${SITE_ADDRESS}/sitemap.xml`,
  };
}
