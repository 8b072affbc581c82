import { textMetadata, TextPage } from "../text-page.tsx";

export const ensureStatic = "navigation";
export const metadata = textMetadata("essay");

export default function Page() {
  return <TextPage slug="essay" />;
}
