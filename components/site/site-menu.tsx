"use client";

import { useRef, type ReactNode } from "react";

/** What does not fit beside the name on a narrow screen. It opens without scripts; with them it closes when one of its links is taken. */
export function SiteMenu({ children }: { readonly children: ReactNode }) {
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");
  return (
    <details
      ref={menu}
      className="fold"
      onClick={({ target }) => {
        if (target instanceof Element && target.closest("a") !== null) close();
      }}
      onKeyDown={({ key }) => {
        if (key !== "Escape" || menu.current?.open !== true) return;
        close();
        menu.current.querySelector("summary")?.focus();
      }}
    >
      <summary className="px-2">Menu</summary>
      {children}
    </details>
  );
}
