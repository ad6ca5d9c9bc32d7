import { helpFor, type HelpQuestion } from "@/lib/enquiries/help/rules";

// Beside the page, so that it stays quick to the finger while hundreds of futures are tried.
self.addEventListener("message", ({ data }: MessageEvent<HelpQuestion>) => {
  self.postMessage(helpFor(data));
});
