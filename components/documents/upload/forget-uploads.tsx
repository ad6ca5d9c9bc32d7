"use client";

import { useEffect } from "react";
import { forgetUploads } from "./kept-uploads";

/** After signing out: a file that was on its way is not offered to whoever comes next at this browser. */
export function ForgetUploads() {
  useEffect(forgetUploads, []);
  return null;
}
