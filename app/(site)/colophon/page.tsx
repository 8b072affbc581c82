import { textMetadata, TextPage } from "../text-page.tsx";

export const ensureStatic = "navigation";
export const metadata = textMetadata("colophon");

export default function Page() {
  return <TextPage slug="colophon" />;
}
