/**
 * Headers that are the same on every answer (SECURITY.md 5.10). What depends on the request, the policy with its
 * nonce and `no-store`, is set by proxy.ts. Browsers ignore Strict-Transport-Security on plain http.
 */
const constantHeaders = {
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": [
    ...[
      "accelerometer",
      "autoplay",
      "camera",
      "display-capture",
      "encrypted-media",
      "fullscreen",
      "geolocation",
    ],
    ...[
      "gyroscope",
      "magnetometer",
      "microphone",
      "midi",
      "payment",
      "picture-in-picture",
      "publickey-credentials-get",
    ],
    ...["screen-wake-lock", "serial", "usb", "xr-spatial-tracking"],
  ]
    .map((feature) => `${feature}=()`)
    .join(", "),
};

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The image optimiser is an open fetcher with a cache; document pictures go through our own authorised route.
  images: { unoptimized: true },
  // Types, those of the tests included, are judged by npm run check: a slip in a test must not stop a start.
  typescript: { ignoreBuildErrors: true },
  headers: () =>
    Promise.resolve([
      {
        source: "/:path*",
        headers: Object.entries(constantHeaders).map(([key, value]) => ({ key, value })),
      },
    ]),
  // Reads its own files at run time: left to Node, not bundled.
  serverExternalPackages: ["pdfkit"],
  experimental: {
    // Files never travel through server actions, so a form has no reason to be larger than this.
    serverActions: { bodySizeLimit: "64kb" },
    // `forbidden()` answers 403 for what is visible but not allowed (CONTRACT.md, "Answers").
    authInterrupts: true,
  },
};

export default config;
