"use client";

import { createContext } from "react";

/** What a form says by itself, whatever it is about. */
export interface FormTexts {
  unreachable: string;
  /** Before the number under which the server logged a fault. */
  reference: string;
}

/** English where no page says otherwise. */
export const FormTextsContext = createContext<FormTexts>({
  unreachable:
    "We could not reach the server. Nothing you typed is lost: check the connection and send it again.",
  reference: "Reference",
});
