import type { MetadataRoute } from "next";
import { publishedAddresses } from "./published-addresses.ts";
import { SITE_ADDRESS } from "./site-address.ts";

export default function sitemap(): MetadataRoute.Sitemap {
  return Object.values(publishedAddresses())
    .flat()
    .map(({ path, updated }) => ({
      url: `${SITE_ADDRESS}${path}`,
      ...(updated === undefined ? {} : { lastModified: updated }),
    }));
}
