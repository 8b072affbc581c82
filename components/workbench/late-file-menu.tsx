import { Button } from "#components/ui/button.tsx";
import { useState } from "react";
import type { FileMenuProps } from "./file-menu.tsx";
import { useOnDemand } from "./use-on-demand.ts";

interface LateFileMenuProps extends Omit<FileMenuProps, "begins"> {
  readonly onProblem: (sentence: string) => void;
}

const loadMenu = async () => (await import("./file-menu.tsx")).FileMenu;

/** A button until somebody comes near it: then the menu takes its place, its focus, and the press that was meant for it. */
export function LateFileMenu({ onProblem, ...wishes }: LateFileMenuProps) {
  const [FileMenu, askForMenu] = useOnDemand<FileMenuProps>(loadMenu, onProblem);
  const [begins, setBegins] = useState<FileMenuProps["begins"]>("closed");
  if (FileMenu !== null) return <FileMenu {...wishes} begins={begins} />;
  return (
    <Button
      rank="quiet"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={askForMenu}
      onFocus={() => {
        setBegins("focused");
        askForMenu();
      }}
      onBlur={() => setBegins("closed")}
      onClick={() => {
        setBegins("open");
        askForMenu();
      }}
    >
      File
    </Button>
  );
}
