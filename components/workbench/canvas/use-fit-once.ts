import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef, type RefObject } from "react";
import { FIT } from "./paper.tsx";
import { useView } from "../view-context.tsx";

/**
 * Shows the whole sketch when it first has a place on the screen, and after it was put away; otherwise the view is
 * never moved.
 */
export function useFitOnce(frame: RefObject<HTMLElement | null>, hasNodes: boolean): void {
  const { fitView } = useReactFlow();
  const { isOutlineOnly } = useView();
  const isDone = useRef(false);
  useEffect(() => {
    const element = frame.current;
    if (isOutlineOnly) isDone.current = false;
    if (element === null || isDone.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (isDone.current || entry === undefined || entry.contentRect.width === 0) return;
      isDone.current = true;
      // React Flow hears of the new size from an observer of its own, in the same frame.
      if (hasNodes) requestAnimationFrame(() => void fitView(FIT));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, fitView, hasNodes, isOutlineOnly]);
}
