import { Button } from "#components/ui/button.tsx";
import type { Notice } from "./documents/use-documents.ts";

interface NoticeLineProps {
  readonly notice: Notice | null;
  readonly onClose: () => void;
}

/** What the workbench has to say about sketches as wholes. */
export function NoticeLine({ notice, onClose }: NoticeLineProps) {
  if (notice === null) return null;
  const { sentence, takeBack } = notice;
  return (
    <div className="flex flex-wrap items-center gap-x-4 border-b border-rule bg-land px-4 py-1 text-small">
      <p role="alert" className="min-w-0 flex-1 basis-60 py-1">
        {sentence}
      </p>
      {takeBack !== undefined && (
        <Button rank="quiet" onClick={takeBack}>
          Take it back
        </Button>
      )}
      <Button rank="quiet" onClick={onClose}>
        Close
      </Button>
    </div>
  );
}
