"use client";

import { useEffect } from "react";
import { forgetDraft } from "./local-draft.ts";

/** On a receipt: what was kept in this browser is stored with us, so the copy goes. */
export function ForgetDraft() {
  useEffect(forgetDraft, []);
  return null;
}
