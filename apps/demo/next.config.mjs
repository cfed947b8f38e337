/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  distDir: process.env.LENET_OUT_FOLDER ?? 'out',
  // Pages are folders with an index.html, which every plain host serves.
  trailingSlash: true,
  // e.g. /lenet, where the site is not at the root of its host.
  basePath: process.env.NEXT_PUBLIC_BASE_PATH ?? '',
  // `npm run typecheck` does it: TypeScript 7 has no interface that Next could call.
  typescript: { ignoreBuildErrors: true },
};
