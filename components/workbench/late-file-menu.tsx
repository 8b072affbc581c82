import { Button } from "#components/ui/button.tsx";
import { useState } from "react";
import { FILE_MENU_ID } from "./file-menu-id.ts";
import type { FileMenuProps } from "./file-menu.tsx";
import { latePart, NOT_LOADED, useOnDemand } from "./use-loaded.ts";

interface LateFileMenuProps extends Omit<FileMenuProps, "begins"> {
  readonly onProblem: (sentence: string) => void;
}

const menu = latePart(() => import("./file-menu.tsx"));

/** A button until somebody comes near it: then the menu takes its place, its focus, and the press that was meant for it. */
export function LateFileMenu({ onProblem, ...wishes }: LateFileMenuProps) {
  const [isNear, setNear] = useState(false);
  const [begins, setBegins] = useState<FileMenuProps["begins"]>("closed");
  const loaded = useOnDemand(menu, isNear, () => {
    setNear(false);
    onProblem(NOT_LOADED);
  });
  if (loaded !== null) return <loaded.FileMenu {...wishes} begins={begins} />;
  const open = () => {
    setNear(true);
    setBegins("open");
  };
  return (
    <Button
      id={FILE_MENU_ID}
      rank="quiet"
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => setNear(true)}
      onFocus={() => {
        setNear(true);
        setBegins((now) => (now === "open" ? now : "focused"));
      }}
      onBlur={() => setBegins("closed")}
      // As menus do; and the menu may take the button's place before it is let go.
      onPointerDown={open}
      onClick={open}
    >
      File
    </Button>
  );
}
