/** A page of the site, as the header lists it. */
export interface SitePage {
  /** From the root of the site, with a slash at both ends. */
  readonly path: string;
  readonly label: string;
}

/** The pages, in the order of the header. A page is `src/app<path>page.tsx`. */
export const sitePages: readonly SitePage[] = [
  { path: '/', label: 'Draw' },
  { path: '/layers/', label: 'Layers' },
  { path: '/how-it-works/', label: 'How it works' },
  { path: '/train/', label: 'Train' },
  { path: '/teach/', label: 'Teach' },
  { path: '/results/', label: 'Results' },
];
