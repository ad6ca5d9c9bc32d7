"use client";

import { useEffect, useState } from "react";

/** How many boxes of a list are ticked, and a way to untick them. `name` is the name of the boxes on this page. */
export function useTicked(name: string): [number, () => void] {
  const [ticked, setTicked] = useState(0);
  const boxes = () => [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  useEffect(() => {
    const recount = () =>
      setTicked(document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]:checked`).length);
    document.addEventListener("change", recount);
    recount();
    return () => document.removeEventListener("change", recount);
  }, [name]);
  const untick = () => {
    for (const box of boxes()) box.checked = false;
    setTicked(0);
  };
  return [ticked, untick];
}
