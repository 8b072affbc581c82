"use client";

import { useSyncExternalStore } from "react";

const MINUTE = 60_000;

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE);
  return () => clearInterval(timer);
}

/** The current minute; null while the page comes from the server, where nobody's clock is known. */
function useMinute(): number | null {
  return useSyncExternalStore<number | null>(
    everyMinute,
    () => Math.floor(Date.now() / MINUTE),
    () => null,
  );
}

/** A point in time by the reader's clock, or by that of Greenwich while that is not known. */
export function When({ iso }: { readonly iso: string }) {
  const isHere = useMinute() !== null;
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {isHere ? local(new Date(iso)) : `${iso.slice(0, 16).replace("T", " ")} UTC`}
    </time>
  );
}

/** How long ago it was, in the one unit that matters. */
export function Age({ iso }: { readonly iso: string }) {
  const minute = useMinute();
  return (
    <time dateTime={iso} title={iso} className="whitespace-nowrap">
      {minute === null ? iso.slice(0, 10) : ageOf(minute - Math.floor(Date.parse(iso) / MINUTE))}
    </time>
  );
}

function ageOf(minutes: number): string {
  if (minutes < 1) return "now";
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h`;
  return `${Math.floor(minutes / (24 * 60))} d`;
}

function local(at: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}`;
}
