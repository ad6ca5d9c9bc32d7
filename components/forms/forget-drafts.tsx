"use client";

import { useEffect } from "react";
import { dropAllDrafts } from "./draft-store";

/** After signing out: what somebody typed and did not save is not offered to whoever comes next at this tab. */
export function ForgetDrafts() {
  useEffect(dropAllDrafts, []);
  return null;
}
