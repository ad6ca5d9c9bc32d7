"use client";

import { useEffect } from "react";

/**
 * Marks the page, `<html data-alive>`, once its scripts listen. It stands last, so that every other part has begun
 * before it. Whoever works the page faster than a person can waits for the mark: the tests in the browser do.
 */
export function AliveMark() {
  useEffect(() => {
    document.documentElement.dataset.alive = "";
  }, []);
  return null;
}
