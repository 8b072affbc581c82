/** The origin that this build is published at: absolute addresses in feeds, citations and metadata begin with it. */
export const SITE_ADDRESS = process.env["PUBLIC_URL"]?.replace(/\/$/, "") ?? "http://localhost:3000";
