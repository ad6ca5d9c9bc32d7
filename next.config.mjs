/** Security headers and the CSP nonce are set by proxy.ts, for every response. @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  // The image optimiser is an open fetcher with a cache; document pictures go through our own authorised route.
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: false },
  // Files never travel through server actions, so a form has no reason to be larger than this.
  // `forbidden()` answers 403 for what is visible but not allowed (CONTRACT.md, "Answers").
  experimental: { serverActions: { bodySizeLimit: "64kb" }, authInterrupts: true },
};

export default config;
