import "server-only";
import { audited } from "@/lib/audit/events";
import { defineCommand } from "@/lib/command/define-command";
import { AppError } from "@/lib/errors/app-error";
import { can } from "@/lib/policy/can";
import { getStoredVersion } from "../queries";
import { previewOf } from "../rules";
import { openDocumentInput } from "../schemas";
import type { OpenedDocument } from "../types";

/**
 * Writes into the access log that somebody is about to get a document's bytes; its commit comes before the first
 * byte (SECURITY.md 5.6). Refusals are logged with the document they were about.
 */
export const openDocument = defineCommand({
  name: "document.open",
  input: openDocumentInput,
  load: (ctx, input) => getStoredVersion(ctx, input.versionId),
  authorise: (actor, version) => can(actor, "document.open", version),
  refusal: (input) => ({
    event: "document.refused",
    object: { kind: "document_version", id: input.versionId },
  }),
  async execute(_ctx, found, input) {
    if (input.how === "view" && previewOf(found) === "download")
      throw new AppError("WRONG_TYPE", "This kind of file is not shown in the browser. Download it instead.");
    const { id, caseId, clientId, fileName, mediaType, extension, size, flags } = found;
    const { storageKey, wrappedKey, keyId } = found;
    const opened: OpenedDocument = {
      versionId: id,
      fileId: id,
      caseId,
      fileName,
      mediaType,
      extension,
      size,
      flags,
      storageKey,
      wrappedKey,
      keyId,
    };
    return audited(opened, {
      event: "document.opened",
      object: { kind: "document_version", id },
      caseId,
      clientId,
      detail: { title: found.title, version: found.number, how: input.range ? "range" : input.how },
    });
  },
});
