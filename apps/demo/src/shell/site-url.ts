/** The folder that the site was built for: empty, or `/name`. */
export const basePath = process.env.NEXT_PUBLIC_BASE_PATH ?? '';

/** Address of the site, with a slash at its end. */
export function siteUrl(): string {
  return new URL(`${basePath}/`, location.href).href;
}
