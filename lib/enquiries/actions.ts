"use server";

import { defineAction } from "@/lib/command/define-action";
import { importAnswers } from "./commands/import-answers";

export const importAnswersAction = defineAction(importAnswers);
