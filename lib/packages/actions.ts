"use server";
import { defineAction } from "@/lib/command/define-action";
import { arrangePackage } from "./commands/arrange-package";
import { beginPackage } from "./commands/begin-package";
import { freezePackage } from "./commands/freeze-package";
import { refreshPackage } from "./commands/refresh-package";
import { requestBuild } from "./commands/request-build";
import { saveLetter } from "./commands/save-letter";
import { sayLanguage } from "./commands/say-language";

export const beginPackageAction = defineAction(beginPackage);
export const refreshPackageAction = defineAction(refreshPackage);
export const arrangePackageAction = defineAction(arrangePackage);
export const sayLanguageAction = defineAction(sayLanguage);
export const saveLetterAction = defineAction(saveLetter);
export const requestBuildAction = defineAction(requestBuild);
export const freezePackageAction = defineAction(freezePackage);
