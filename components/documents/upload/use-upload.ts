"use client";

import { useEffect, useEffectEvent, useRef, useState } from "react";
import { newIdempotencyKey } from "@/components/forms/idempotency-key";
import {
  browserTime,
  dropUpload,
  findKept,
  GO_ON,
  keepUpload,
  placeKey,
  type KeptUpload,
  type UploadPlace,
} from "./kept-uploads";
import { announce, sendBytes } from "./transport";
import { UploadRun, type UploadPorts, type UploadState } from "./upload-run";

const BROWSER: UploadPorts = {
  announce: (upload) => announce(upload.place, upload),
  send: (uploadId, file, onProgress) => {
    const request = new XMLHttpRequest();
    return { done: sendBytes(uploadId, file, request, onProgress), stop: () => request.abort() };
  },
  keep: keepUpload,
  drop: dropUpload,
  newAnnouncement: newIdempotencyKey,
  later: (milliseconds, work) => {
    const timer = window.setTimeout(work, milliseconds);
    return () => window.clearTimeout(timer);
  },
  now: () => performance.now(),
};

/** The line is there again, or the phone is unlocked. */
function useReturn(onReturn: () => void): void {
  const come = useEffectEvent(() => {
    if (document.visibilityState === "visible") onReturn();
  });
  useEffect(() => {
    const handler = () => come();
    window.addEventListener("online", handler);
    document.addEventListener("visibilitychange", handler);
    return () => {
      window.removeEventListener("online", handler);
      document.removeEventListener("visibilitychange", handler);
    };
  }, []);
}

/** Sends one file at a time to one place, and offers what this browser was sending there when its tab was closed. */
export function useUpload(place: UploadPlace, onReceived: () => void) {
  const [state, setState] = useState<UploadState>({ step: "idle" });
  const run = useRef<UploadRun | null>(null);
  const key = placeKey(place);

  function take(upload: KeptUpload): UploadRun {
    const taken = new UploadRun(upload, BROWSER, (next) => {
      setState(next);
      if (next.step !== "received") return;
      run.current = null;
      onReceived();
    });
    run.current = taken;
    return taken;
  }

  const offer = useEffectEvent((kept: KeptUpload | null) => {
    if (kept === null || run.current !== null) return;
    const taken = take(kept);
    // Whoever pressed "Go on" on another page has decided already.
    if (window.location.hash === `#${GO_ON}`) void taken.start();
    else setState({ step: "offered", fileName: kept.fileName, size: kept.file.size });
  });
  const look = useEffectEvent(() => findKept(place));
  const leave = useEffectEvent(() => {
    run.current?.leave();
    run.current = null;
  });
  useEffect(() => {
    void look().then((kept) => offer(kept));
    return () => leave();
  }, [key]);
  useReturn(() => run.current?.wake());

  return {
    state,
    begin: (file: Blob, fileName: string): void => {
      run.current?.leave();
      const fresh = { uploadId: null, announcement: newIdempotencyKey(), keptAt: browserTime() };
      void take({ key, place, file, fileName, ...fresh }).start();
    },
    /** Nothing was sent: what is wrong can be seen without asking the server. */
    refuse: (fileName: string, code: string): void =>
      setState({ step: "failed", fileName, code, sentence: null, again: false }),
    again: (): void => void run.current?.start(),
    stop: (): void => void run.current?.stop(),
    /** Forgets it, whatever it was. */
    reset: (): void => {
      const left = run.current;
      run.current = null;
      left?.leave();
      if (left) void dropUpload(left.upload.key);
      setState({ step: "idle" });
    },
  };
}
